package dev.datamart.mock.store;

import dev.datamart.mock.domain.RecordParts;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how many bytes of the heap something takes; rather too many than too few. */
final class Weight {

  private static final long OBJECT = 16;
  private static final long REFERENCE = 8;
  private static final long TEXT = 56;
  private static final long LIST = 56;

  private Weight() {}

  /** Returns the weight of a thing with all that it is made of. */
  static long of(@Nullable Object value) {
    if (value == null || value instanceof Enum || value instanceof Boolean) {
      return 0;
    }
    if (value instanceof String text) {
      return TEXT + 2L * text.length();
    }
    if (value instanceof Iterable<?> list) {
      long weight = LIST;
      for (Object item : list) {
        weight += REFERENCE + of(item);
      }
      return weight;
    }
    if (value instanceof Map<?, ?> map) {
      return of(map.keySet()) + of(map.values());
    }
    return value instanceof Record ? ofRecord(value) : 2 * OBJECT;
  }

  private static long ofRecord(Object thing) {
    long weight = OBJECT;
    for (Method part : RecordParts.of(thing)) {
      weight += REFERENCE + of(RecordParts.value(part, thing));
    }
    return weight;
  }
}
