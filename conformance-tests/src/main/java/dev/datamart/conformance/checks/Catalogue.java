package dev.datamart.conformance.checks;

import dev.datamart.conformance.requirement.Requirement;
import java.util.List;
import java.util.stream.Stream;

/** Every requirement of the suite, in reading order; what others rest on comes first. */
public final class Catalogue {
  private static final List<Requirement> ALL =
      Stream.of(
              AnswerChecks.all(),
              DeleteDatamartChecks.all(),
              CascadeChecks.all(),
              DeleteDatamartNameChecks.all(),
              DatamartStateChecks.all(),
              DatamartListChecks.all(),
              DatamartUpdateChecks.all(),
              EmbedStateChecks.all(),
              EmbedListChecks.all(),
              EmbedUpdateChecks.all(),
              AppStateChecks.all(),
              KeyChecks.all(),
              StrangerChecks.all(),
              DatamartBodyChecks.all(),
              EmbedBodyChecks.all(),
              AppBodyChecks.all(),
              AuthenticationChecks.all(),
              PagingChecks.all(),
              SharedPagingChecks.all(),
              FamilyChecks.all(),
              ConcurrencyChecks.all(),
              HttpChecks.all(),
              MediaTypeChecks.all(),
              ToleranceChecks.all())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  public static List<Requirement> requirements() {
    return ALL;
  }
}
