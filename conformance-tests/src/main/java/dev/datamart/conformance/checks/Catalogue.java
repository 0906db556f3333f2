package dev.datamart.conformance.checks;

import dev.datamart.conformance.checks.apitokens.ApiTokenChecks;
import dev.datamart.conformance.checks.dataapps.DataAppBodyChecks;
import dev.datamart.conformance.checks.dataapps.DataAppStateChecks;
import dev.datamart.conformance.checks.datamarts.CascadeChecks;
import dev.datamart.conformance.checks.datamarts.DatamartBodyChecks;
import dev.datamart.conformance.checks.datamarts.DatamartListChecks;
import dev.datamart.conformance.checks.datamarts.DatamartStateChecks;
import dev.datamart.conformance.checks.datamarts.DatamartUpdateChecks;
import dev.datamart.conformance.checks.datamarts.DeleteDatamartChecks;
import dev.datamart.conformance.checks.datamarts.DeleteDatamartNameChecks;
import dev.datamart.conformance.checks.embeds.EmbedBodyChecks;
import dev.datamart.conformance.checks.embeds.EmbedListChecks;
import dev.datamart.conformance.checks.embeds.EmbedStateChecks;
import dev.datamart.conformance.checks.embeds.EmbedUpdateChecks;
import dev.datamart.conformance.checks.everywhere.AnswerChecks;
import dev.datamart.conformance.checks.everywhere.AuthenticationChecks;
import dev.datamart.conformance.checks.everywhere.ConcurrencyChecks;
import dev.datamart.conformance.checks.everywhere.FamilyChecks;
import dev.datamart.conformance.checks.everywhere.PagingChecks;
import dev.datamart.conformance.checks.everywhere.SharedPagingChecks;
import dev.datamart.conformance.checks.everywhere.StrangerChecks;
import dev.datamart.conformance.checks.http.HttpChecks;
import dev.datamart.conformance.checks.http.MediaTypeChecks;
import dev.datamart.conformance.checks.http.ToleranceChecks;
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
              DataAppStateChecks.all(),
              ApiTokenChecks.all(),
              StrangerChecks.all(),
              DatamartBodyChecks.all(),
              EmbedBodyChecks.all(),
              DataAppBodyChecks.all(),
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
