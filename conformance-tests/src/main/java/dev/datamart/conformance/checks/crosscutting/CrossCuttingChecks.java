package dev.datamart.conformance.checks.crosscutting;

import dev.datamart.conformance.requirement.Requirement;
import java.util.List;
import java.util.stream.Stream;

/** What is demanded of many operations alike: tokens, pages, deprecated forms. */
public final class CrossCuttingChecks {
  private CrossCuttingChecks() {}

  public static List<Requirement> all() {
    return Stream.of(
            AuthenticationChecks.all(),
            PagingChecks.all(),
            SharedPagingChecks.all(),
            FamilyChecks.all())
        .flatMap(List::stream)
        .toList();
  }
}
