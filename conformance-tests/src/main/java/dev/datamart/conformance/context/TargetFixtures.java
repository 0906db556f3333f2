package dev.datamart.conformance.context;

import dev.datamart.conformance.noun.Dashboards;
import dev.datamart.conformance.noun.Datasources;
import dev.datamart.conformance.noun.Metrics;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the server had before the run and the checks build on. Each thing is found when it is first
 * asked for, or is a {@link Hindrance} to who asks.
 */
public interface TargetFixtures {
  /** The name of a datasource. */
  String datasource();

  /**
   * Tables of the datasource, the one with the most columns first; none when an API key alone was
   * given and there is no datamart to learn them from.
   */
  List<Table> tables();

  /** The name of a workspace. */
  String workspace();

  /** Ids of dashboards in the workspace; none when an API key alone was given. */
  List<String> dashboards();

  /** Ids of metrics in the workspace, if there are any. */
  List<String> metrics();

  /** The key of the one that calls name, of a noun that is only read; none of others. */
  default Optional<String> known(Noun noun) {
    Map<Noun, Function<TargetFixtures, String>> read =
        Map.of(
            Datasources.NOUN, TargetFixtures::datasource,
            Workspaces.NOUN, TargetFixtures::workspace,
            Dashboards.NOUN, TargetFixtures::dashboard,
            Metrics.NOUN, TargetFixtures::metric);
    return Optional.ofNullable(read.get(noun)).map(known -> known.apply(this));
  }

  default Table table() {
    return tables().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new NotApplicable(
                    "without --service-token no datasource is found;"
                        + " name one with --datasource, --table and --columns"));
  }

  /** A table of another name, or not applicable. */
  default Table otherTable() {
    return tables().stream()
        .filter(other -> !other.name().equals(table().name()))
        .findFirst()
        .orElseThrow(
            () -> new NotApplicable("the datasource \"" + datasource() + "\" has a single table"));
  }

  default String dashboard() {
    return dashboards().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new NotApplicable(
                    "without --service-token no workspace is found;"
                        + " name one with --workspace and --dashboard"));
  }

  default String metric() {
    return metrics().stream()
        .findFirst()
        .orElseThrow(
            () -> new NotApplicable("the workspace \"" + workspace() + "\" has no metric"));
  }
}
