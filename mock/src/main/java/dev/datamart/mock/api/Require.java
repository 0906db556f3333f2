package dev.datamart.mock.api;

import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a request must carry. A missing member, a null and an empty text are refused alike. */
public final class Require {

  private Require() {}

  /** Returns the text, or refuses when there is none. */
  public static String text(@Nullable String value, String member) {
    if (value == null || value.isEmpty()) {
      throw Refusal.about(Problem.MEMBER_REQUIRED, member);
    }
    return value;
  }

  /** Returns the value, or refuses when there is none. */
  public static <T> T value(@Nullable T value, String member) {
    if (value == null) {
      throw Refusal.about(Problem.MEMBER_REQUIRED, member);
    }
    return value;
  }

  /** Returns the text, or refuses one that is there but empty; one that is left out is fine. */
  public static @Nullable String notEmpty(@Nullable String value, String member) {
    if (value != null && value.isEmpty()) {
      throw Detail.EMPTY.refusal(member);
    }
    return value;
  }

  /** Returns the texts, none when they are left out, or refuses an empty one or a null. */
  public static List<String> texts(@Nullable List<String> values, String member) {
    List<String> texts = values == null ? List.of() : values;
    texts.forEach(each -> notEmpty(value(each, member), member));
    return texts;
  }

  /** Returns the text, or refuses one that is none of these; one that is left out is fine. */
  public static @Nullable String oneOf(
      @Nullable String value, String member, Collection<String> values) {
    if (value != null && !values.contains(value)) {
      throw Refusal.about(Problem.MEMBER_INVALID, member)
          .at(null, "\"" + member + "\" must be one of " + String.join(", ", values));
    }
    return value;
  }

  /** Returns the metric of that name that the embed shows, or refuses. */
  public static Metric shown(Organization in, Embed embed, String metricId) {
    return in.metricsOf(embed).stream()
        .filter(metric -> metric.id().equals(metricId))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(Problem.METRIC_UNKNOWN)
                    .at(null, "the embed does not show \"" + metricId + "\""));
  }

  /** Returns what the organization has of that key, or refuses. */
  public static <V extends Keyed> V found(
      Organization in, Kind<V> kind, String key, Problem otherwise) {
    V value = in.of(kind).get(key);
    if (value == null) {
      throw missing(otherwise, "there is no " + kind.label(), key);
    }
    return value;
  }

  /**
   * Returns what has that key, or refuses.
   *
   * @param reason what the writer of a file is told, with the key behind it
   */
  public static <V extends Keyed> V found(
      OrderedMap<V> in, String key, Problem otherwise, String reason) {
    V value = in.get(key);
    if (value == null) {
      throw missing(otherwise, reason, key);
    }
    return value;
  }

  private static Refusal missing(Problem problem, String reason, String key) {
    return Refusal.of(problem).at(null, reason + " \"" + key + "\"");
  }

  /** Returns what is made of one part of a draft, and says which part it was when it is refused. */
  public static <T> T of(Object part, Supplier<T> making) {
    try {
      return making.get();
    } catch (Refusal refusal) {
      throw refusal.part() == null ? refusal.at(part, refusal.reason()) : refusal;
    }
  }
}
