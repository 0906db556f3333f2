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
 * What the server had before the run and the checks build on.
 *
 * @param tables of the datasource, the one with the most columns first; none when an API key alone
 *     was given and there is no datamart to learn them from
 * @param dashboards ids in the workspace; none when an API key alone was given
 * @param metrics ids in the workspace; may be empty
 */
public record TargetFixtures(
    String datasource,
    List<Table> tables,
    String workspace,
    List<String> dashboards,
    List<String> metrics) {
  private static final Map<Noun, Function<TargetFixtures, String>> READ =
      Map.of(
          Datasources.NOUN, TargetFixtures::datasource,
          Workspaces.NOUN, TargetFixtures::workspace,
          Dashboards.NOUN, TargetFixtures::dashboard,
          Metrics.NOUN, TargetFixtures::metric);

  /** Nothing at all. */
  public static final TargetFixtures NONE = of("", List.of());

  public TargetFixtures {
    tables = List.copyOf(tables);
    dashboards = List.copyOf(dashboards);
    metrics = List.copyOf(metrics);
  }

  /** A datasource without anything built on it. */
  public static TargetFixtures of(String datasource, List<Table> tables) {
    return new TargetFixtures(datasource, tables, "", List.of(), List.of());
  }

  /** The key of the one that calls name, of a noun that is only read. */
  public String a(Noun noun) {
    return Optional.ofNullable(READ.get(noun)).orElseThrow().apply(this);
  }

  public Table table() {
    if (tables.isEmpty()) {
      throw new NotApplicable(
          "without --service-token no datasource is found;"
              + " name one with --datasource, --table and --columns");
    }
    return tables.get(0);
  }

  /** A table of another name, or not applicable. */
  public Table otherTable() {
    return tables.stream()
        .filter(other -> !other.name().equals(table().name()))
        .findFirst()
        .orElseThrow(
            () -> new NotApplicable("the datasource \"" + datasource + "\" has a single table"));
  }

  public String dashboard() {
    if (dashboards.isEmpty()) {
      throw new NotApplicable(
          "without --service-token no workspace is found;"
              + " name one with --workspace and --dashboard");
    }
    return dashboards.get(0);
  }

  public String metric() {
    if (metrics.isEmpty()) {
      throw new NotApplicable("the workspace \"" + workspace + "\" has no metric");
    }
    return metrics.get(0);
  }
}
