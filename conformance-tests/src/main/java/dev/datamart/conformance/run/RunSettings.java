package dev.datamart.conformance.run;

import dev.datamart.conformance.context.Profile;
import dev.datamart.conformance.context.Sequencing;
import dev.datamart.conformance.context.Tokens;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set about a run.
 *
 * @param given what the server has, by option name, where discovery is not to look for it
 * @param slots checks that run at once; 0 lets the measured latency decide
 * @param requestsPerSecond 0 for no limit
 * @param readOnly runs only what cannot change the server
 * @param seed of everything random
 * @param sequences how many of them are played, and of what length
 * @param known failures that are expected
 * @param profile what the server claims to have; the rest is not asked
 * @param timeout of the whole run; null lets the measured latency decide
 * @param strict whether a warning decides against the server too
 */
@RecordBuilder
public record RunSettings(
    String baseUrl,
    Tokens tokens,
    Selection selection,
    Map<String, String> given,
    int slots,
    double requestsPerSecond,
    boolean readOnly,
    long seed,
    Sequencing sequences,
    KnownFailures known,
    Profile profile,
    @Nullable Duration timeout,
    boolean strict)
    implements RunSettingsBuilder.With {
  public RunSettings {
    given = Map.copyOf(given);
  }

  /** All checks with these tokens and nothing else said. */
  public static RunSettings of(String baseUrl, Tokens tokens) {
    return new RunSettings(
        baseUrl,
        tokens,
        Selection.everything(),
        Map.of(),
        0,
        0,
        false,
        1,
        Sequencing.DEFAULT,
        KnownFailures.none(),
        Profile.everything(),
        null,
        false);
  }
}
