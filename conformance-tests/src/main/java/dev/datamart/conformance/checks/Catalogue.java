package dev.datamart.conformance.checks;

import dev.datamart.conformance.checks.apitokens.ApiTokenChecks;
import dev.datamart.conformance.checks.crosscutting.AuthenticationChecks;
import dev.datamart.conformance.checks.crosscutting.FamilyChecks;
import dev.datamart.conformance.checks.crosscutting.NameChecks;
import dev.datamart.conformance.checks.crosscutting.PageNumberChecks;
import dev.datamart.conformance.checks.crosscutting.PagingChecks;
import dev.datamart.conformance.checks.crosscutting.PredictionChecks;
import dev.datamart.conformance.checks.crosscutting.SecrecyChecks;
import dev.datamart.conformance.checks.crosscutting.SharedPagingChecks;
import dev.datamart.conformance.checks.dashboards.DashboardChecks;
import dev.datamart.conformance.checks.dataapps.DataAppChecks;
import dev.datamart.conformance.checks.datamarts.DatamartChecks;
import dev.datamart.conformance.checks.datasources.DatasourceChecks;
import dev.datamart.conformance.checks.embeds.EmbedChecks;
import dev.datamart.conformance.checks.guesttokens.GuestTokenChecks;
import dev.datamart.conformance.checks.http.EveryAnswerChecks;
import dev.datamart.conformance.checks.http.RequestChecks;
import dev.datamart.conformance.checks.http.WrittenAnswerChecks;
import dev.datamart.conformance.checks.metrics.MetricChecks;
import dev.datamart.conformance.checks.queries.QueryChecks;
import dev.datamart.conformance.checks.sequences.SequenceChecks;
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
              DashboardChecks.all(),
              MetricChecks.all(),
              QueryChecks.all(),
              GuestTokenChecks.all(),
              AuthenticationChecks.all(),
              SecrecyChecks.all(),
              NameChecks.all(),
              PagingChecks.all(),
              PageNumberChecks.all(),
              SharedPagingChecks.all(),
              FamilyChecks.all(),
              EveryAnswerChecks.all(),
              WrittenAnswerChecks.all(),
              RequestChecks.all(),
              PredictionChecks.all(),
              SequenceChecks.all())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  public static List<Requirement> requirements() {
    return ALL;
  }
}
