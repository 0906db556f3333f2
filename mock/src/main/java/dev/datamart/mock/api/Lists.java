package dev.datamart.mock.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists and values that the wire may leave out, or fill with nulls. */
public final class Lists {

  private Lists() {}

  /** Maps each item; a null item and a null list stay what they are, for the rules to judge. */
  public static <A, B> @Nullable List<@Nullable B> map(
      @Nullable List<@Nullable A> list, Function<A, B> function) {
    if (list == null) {
      return null;
    }
    List<@Nullable B> mapped = new ArrayList<>(list.size());
    for (A item : list) {
      mapped.add(item == null ? null : function.apply(item));
    }
    return mapped;
  }

  public static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
