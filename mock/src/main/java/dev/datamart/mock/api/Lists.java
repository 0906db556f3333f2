package dev.datamart.mock.api;

import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

  /** Returns the pattern that the document gives a member. */
  public static Pattern pattern(Schema schema, String member) {
    return Pattern.compile(schema.member(member).orElseThrow().pattern());
  }

  /** Returns a text that fits the pattern, or null where there is none. */
  public static @Nullable String fitting(
      Pattern pattern, @Nullable String text, Supplier<Refusal> refusal) {
    if (text != null && !pattern.matcher(text).matches()) {
      throw refusal.get();
    }
    return text;
  }
}
