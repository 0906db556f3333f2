package dev.datamart.conformance.report;

import dev.datamart.conformance.run.Run;

/** What a run comes to, in a few words that claim no more than was asked. */
final class Headline {
  private Headline() {}

  static String of(Run run) {
    return switch (run.exitCode()) {
      case CONFORMS ->
          run.isWhole()
              ? "The server conforms"
              : "The server conforms as far as it was asked (%d of %d checks)"
                  .formatted(run.judged(), run.all());
      case VIOLATIONS -> "The server does not conform";
      case UNREACHABLE -> "The run is incomplete";
      case NOTHING_RUN, USAGE -> "Nothing was judged";
    };
  }
}
