package dev.datamart.conformance.checks.http;

import dev.datamart.conformance.requirement.Requirement;
import java.util.List;
import java.util.stream.Stream;

/** What holds for every answer and every request, whatever it asks. */
public final class HttpChecks {
  private HttpChecks() {}

  public static List<Requirement> all() {
    return Stream.of(EveryAnswerChecks.all(), MediaTypeChecks.all(), ToleranceChecks.all())
        .flatMap(List::stream)
        .toList();
  }
}
