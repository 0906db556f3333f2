package dev.datamart.mock.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.datamart.mock.json.Range;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How deprecated paths answer.
 *
 * @param sunset the day of their end, in {@code Sunset}; null names none
 * @param every at {@link Stage#FAIL_EVERY}, which call in a row fails, from 1
 */
public record Rehearsal(
    Stage stage,
    @Nullable Instant sunset,
    @Range(most = Integer.MAX_VALUE) @JsonInclude(JsonInclude.Include.NON_DEFAULT) int every) {

  public Rehearsal {
    if (stage == null) {
      throw new IllegalArgumentException("\"stage\" is required.");
    }
    if (stage == Stage.SUNSET && sunset == null) {
      throw new IllegalArgumentException("The stage \"sunset\" needs \"sunset\", a time.");
    }
    if (stage == Stage.FAIL_EVERY && every < 1) {
      throw new IllegalArgumentException("The stage \"fail-every\" needs \"every\", at least 1.");
    }
    if (stage != Stage.FAIL_EVERY && every != 0) {
      throw new IllegalArgumentException(
          "\"every\" says nothing at the stage \"" + stage.word() + "\"; leave it out.");
    }
  }

  /** Returns how they answer when nobody rehearses. */
  public static Rehearsal none(@Nullable Instant sunset) {
    return new Rehearsal(sunset == null ? Stage.AS_NOW : Stage.SUNSET, sunset, 0);
  }
}
