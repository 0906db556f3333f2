package dev.datamart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands as a shell reads them; none is really run. */
public final class Bash {
  private static final String SPOKEN =
      """
      curl() { printf '%s\\0' curl "$@"; }
      java() { printf '%s\\0' java "$@"; }
      DATAMART_SERVICE_TOKEN="\\$DATAMART_SERVICE_TOKEN's value"
      """;

  private Bash() {}

  /** The words of the {@code curl} and {@code java} commands in a script. */
  public static List<String> words(String script) {
    try {
      Process bash =
          new ProcessBuilder("bash", "-c", SPOKEN + script).redirectErrorStream(true).start();
      bash.getOutputStream().close();
      String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(bash.waitFor()).as(script + "\n" + output).isZero();
      return List.of(output.split("\0"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
