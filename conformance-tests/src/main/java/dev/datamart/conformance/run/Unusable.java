package dev.datamart.conformance.run;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The server cannot be checked at all, for the reason in the message: one sentence for people. */
public final class Unusable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private final ExitCode exitCode;
  private transient @Nullable Run run;

  public Unusable(String sentence) {
    this(sentence, ExitCode.UNREACHABLE);
  }

  private Unusable(String sentence, ExitCode exitCode) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /** The server is well, but was not asked as it should be. */
  static Unusable misused(String sentence) {
    return new Unusable(sentence, ExitCode.USAGE);
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
}
