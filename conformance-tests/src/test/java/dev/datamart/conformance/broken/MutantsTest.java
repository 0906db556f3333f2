package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.Golden;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.checks.apitokens.ApiTokenMutants;
import dev.datamart.conformance.checks.crosscutting.AccessMutants;
import dev.datamart.conformance.checks.crosscutting.FamilyMutants;
import dev.datamart.conformance.checks.crosscutting.NameMutants;
import dev.datamart.conformance.checks.crosscutting.PageNumberMutants;
import dev.datamart.conformance.checks.crosscutting.PagingMutants;
import dev.datamart.conformance.checks.crosscutting.PredictionMutants;
import dev.datamart.conformance.checks.crosscutting.SecrecyMutants;
import dev.datamart.conformance.checks.crosscutting.SpitefulMutants;
import dev.datamart.conformance.checks.dashboards.DashboardMutants;
import dev.datamart.conformance.checks.dataapps.DataAppMutants;
import dev.datamart.conformance.checks.datamarts.CascadeMutants;
import dev.datamart.conformance.checks.datamarts.DatamartAccessMutants;
import dev.datamart.conformance.checks.datamarts.DatamartMutants;
import dev.datamart.conformance.checks.datamarts.DatamartTableMutants;
import dev.datamart.conformance.checks.datamarts.DeleteMutants;
import dev.datamart.conformance.checks.datamarts.HistoryMutants;
import dev.datamart.conformance.checks.datamarts.UpdateMutants;
import dev.datamart.conformance.checks.datasources.DatasourceMutants;
import dev.datamart.conformance.checks.embeds.EmbedMutants;
import dev.datamart.conformance.checks.embeds.EmbedRefusalMutants;
import dev.datamart.conformance.checks.embeds.EmbedUpdateMutants;
import dev.datamart.conformance.checks.guesttokens.GuestTokenMutants;
import dev.datamart.conformance.checks.http.HttpMutants;
import dev.datamart.conformance.checks.http.ToleranceMutants;
import dev.datamart.conformance.checks.http.WrittenAnswerMutants;
import dev.datamart.conformance.checks.metrics.MetricMutants;
import dev.datamart.conformance.checks.queries.QueryMutants;
import dev.datamart.conformance.checks.shared.AnswerMutants;
import dev.datamart.conformance.checks.shared.AtOnceMutants;
import dev.datamart.conformance.checks.shared.LenientMutants;
import dev.datamart.conformance.checks.shared.StrangerMutants;
import dev.datamart.conformance.checks.workspaces.WorkspaceMutants;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken server is caught by the requirement that is meant to catch it. */
@Timeout(120)
@Tag("thorough")
class MutantsTest {

  static Stream<Mutant> mutants() {
    return Stream.of(
            AnswerMutants.all(),
            LenientMutants.all(),
            StrangerMutants.all(),
            AtOnceMutants.all(),
            DatasourceMutants.all(),
            WorkspaceMutants.all(),
            DataAppMutants.all(),
            ApiTokenMutants.all(),
            CascadeMutants.all(),
            DeleteMutants.all(),
            DatamartMutants.all(),
            DatamartTableMutants.all(),
            UpdateMutants.all(),
            DatamartAccessMutants.all(),
            HistoryMutants.all(),
            EmbedMutants.all(),
            EmbedUpdateMutants.all(),
            EmbedRefusalMutants.all(),
            DashboardMutants.all(),
            MetricMutants.all(),
            QueryMutants.all(),
            GuestTokenMutants.all(),
            PredictionMutants.all(),
            AccessMutants.all(),
            SecrecyMutants.all(),
            NameMutants.all(),
            PagingMutants.all(),
            PageNumberMutants.all(),
            FamilyMutants.all(),
            SpitefulMutants.all(),
            HttpMutants.all(),
            WrittenAnswerMutants.all(),
            ToleranceMutants.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void a_broken_server_is_caught(Mutant mutant) {
    Run run = BrokenRun.of(mutant.fault().get(), mutant.requirement());

    List<Result> red =
        Stream.concat(run.with(Verdict.VIOLATED).stream(), run.with(Verdict.WARNING).stream())
            .filter(result -> result.instance().requirement().id().equals(mutant.requirement()))
            .toList();
    assertThat(red).as("violations of %s", mutant.requirement()).isNotEmpty();
    assertThat(red)
        .flatExtracting(Result::findings)
        .extracting(finding -> finding.expected() + " / " + finding.came())
        .anyMatch(text -> text.contains(mutant.sentence()));
  }

  @Test
  void the_table_of_broken_servers_in_the_readme_is_this_one() {
    StringBuilder table = new StringBuilder("| Broken server | Caught by |\n|---|---|\n");
    mutants()
        .forEach(
            mutant ->
                table
                    .append("| ")
                    .append(mutant.name())
                    .append(" | `")
                    .append(mutant.requirement())
                    .append("` |\n"));

    assertThat(Golden.section(Path.of("README.md"), "broken servers", table.toString()))
        .isEqualTo(table.toString());
  }

  @Test
  void every_requirement_has_a_broken_server_that_it_catches() {
    Set<String> caught = mutants().map(Mutant::requirement).collect(Collectors.toSet());

    assertThat(Catalogue.requirements())
        .extracting(Requirement::id)
        .allSatisfy(id -> assertThat(caught).contains(id));
  }
}
