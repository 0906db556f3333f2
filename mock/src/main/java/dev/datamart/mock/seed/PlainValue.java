package dev.datamart.mock.seed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of a file as a body of the API would have it: maps, lists and plain values. */
final class PlainValue {

  private PlainValue() {}

  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof LocatedJson located) {
      return of(located.value());
    }
    if (value instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      members.forEach((name, member) -> plain.put(String.valueOf(name), of(member)));
      return plain;
    }
    if (value instanceof List<?> items) {
      List<@Nullable Object> plain = new ArrayList<>();
      items.forEach(item -> plain.add(of(item)));
      return plain;
    }
    return value instanceof BigDecimal number && number.scale() == 0
        ? whole(number.toBigInteger())
        : value;
  }

  private static Object whole(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return number.intValue();
    }
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }
}
