package dev.datamart.conformance.checks;

import dev.datamart.conformance.checks.apitokens.ApiTokenChecks;
import dev.datamart.conformance.checks.crosscutting.CrossCuttingChecks;
import dev.datamart.conformance.checks.dataapps.DataAppChecks;
import dev.datamart.conformance.checks.datamarts.DatamartChecks;
import dev.datamart.conformance.checks.datasources.DatasourceChecks;
import dev.datamart.conformance.checks.embeds.EmbedChecks;
import dev.datamart.conformance.checks.http.HttpChecks;
import dev.datamart.conformance.checks.workspaces.WorkspaceChecks;
import dev.datamart.conformance.requirement.Requirement;
import java.util.List;
import java.util.stream.Stream;

/** Every requirement of the suite, group by group; what others rest on comes first. */
public final class Catalogue {
  private static final List<Requirement> ALL =
      Stream.of(
              DatasourceChecks.all(),
              WorkspaceChecks.all(),
              DataAppChecks.all(),
              ApiTokenChecks.all(),
              DatamartChecks.all(),
              EmbedChecks.all(),
              CrossCuttingChecks.all(),
              HttpChecks.all())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  public static List<Requirement> requirements() {
    return ALL;
  }
}
