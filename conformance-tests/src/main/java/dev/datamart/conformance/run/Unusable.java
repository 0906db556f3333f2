package dev.datamart.conformance.run;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The server cannot be checked at all, for the reason in the message: one sentence for people. */
public final class Unusable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private final ExitCode exitCode;
  private final String lack;
  private transient @Nullable Run run;

  public Unusable(String sentence) {
    this(sentence, ExitCode.UNREACHABLE, "something that the checks build on");
  }

  private Unusable(String sentence, ExitCode exitCode, String lack) {
    super(sentence);
    this.exitCode = exitCode;
    this.lack = lack;
  }

  /** The server lacks something that can be named with these options. */
  static Unusable without(String thing, String options) {
    return new Unusable(
        "No " + thing + " was found; name one with " + options + ".", ExitCode.UNREACHABLE, thing);
  }

  /** The server is well, but was not asked as it should be. */
  static Unusable misused(String sentence) {
    return new Unusable(sentence, ExitCode.USAGE, "");
  }

  Unusable after(Run unfinished) {
    run = unfinished;
    return this;
  }

  /** The run without a verdict, for reports; null where there is none. */
  public @Nullable Run run() {
    return run;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /** What is missing, such as {@code datasource with a table}. */
  String lack() {
    return lack;
  }
}
