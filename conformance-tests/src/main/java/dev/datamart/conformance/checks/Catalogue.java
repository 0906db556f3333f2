package dev.datamart.conformance.checks;

import dev.datamart.conformance.checks.apitokens.ApiTokens;
import dev.datamart.conformance.checks.crosscutting.CrossCutting;
import dev.datamart.conformance.checks.dataapps.DataApps;
import dev.datamart.conformance.checks.datamarts.Datamarts;
import dev.datamart.conformance.checks.datasources.Datasources;
import dev.datamart.conformance.checks.embeds.Embeds;
import dev.datamart.conformance.checks.http.Http;
import dev.datamart.conformance.checks.workspaces.Workspaces;
import dev.datamart.conformance.requirement.Requirement;
import java.util.List;
import java.util.stream.Stream;

/** Every requirement of the suite, group by group; what others rest on comes first. */
public final class Catalogue {
  private static final List<Requirement> ALL =
      Stream.of(
              Datasources.all(),
              Workspaces.all(),
              DataApps.all(),
              ApiTokens.all(),
              Datamarts.all(),
              Embeds.all(),
              CrossCutting.all(),
              Http.all())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  public static List<Requirement> requirements() {
    return ALL;
  }
}
