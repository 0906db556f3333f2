package dev.datamart.mock.api;

import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
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

  /** Refuses a text that is there but empty; one that is left out is fine. */
  public static void notEmpty(@Nullable String value, String member) {
    if (value != null && value.isEmpty()) {
      throw Detail.EMPTY.refusal(member);
    }
  }
}
