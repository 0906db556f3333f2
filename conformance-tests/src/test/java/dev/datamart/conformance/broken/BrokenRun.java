package dev.datamart.conformance.broken;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.run.KnownFailures;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Selection;

/** Runs some of the checks against the mock with a fault before it. */
public final class BrokenRun {
  private BrokenRun() {}

  /**
   * @param only patterns of ids, between commas
   */
  public static Run of(Fault fault, String only) {
    return of(fault, only, KnownFailures.none());
  }

  public static Run of(Fault fault, String only, KnownFailures known) {
    try (BrokenServer server = new BrokenServer(TheMock.baseUri(), fault)) {
      RunSettings settings =
          RunSettings.of(server.baseUrl(), TheMock.tokens())
              .withSelection(selection(only))
              .withKnown(known);
      return new Runner(Catalogue.requirements(), settings, Progress.silent()).run();
    }
  }

  /** How many checks the patterns choose. */
  public static int size(String only) {
    return selection(only).of(Catalogue.requirements()).size();
  }

  private static Selection selection(String only) {
    return Selection.everything().only(only.split(","));
  }
}
