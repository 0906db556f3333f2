package dev.datamart.conformance.run;

import dev.datamart.conformance.context.Blocked;
import dev.datamart.conformance.context.Hindrance;
import dev.datamart.conformance.context.Lacking;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.context.Offer;
import dev.datamart.conformance.context.Once;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.context.TargetFixtures;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.noun.Dashboards;
import dev.datamart.conformance.noun.Metrics;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.spec.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Finds out what an organization has that the checks can build on, where no option names it. */
final class Discovery implements TargetFixtures {
  /** Each costs a request or two, and there may be thousands. */
  private static final int MOST_LOOKED_AT = 50;

  private static final String NAMING_A_WORKSPACE = "--workspace and --dashboard";

  /** A workspace with the ids of its dashboards. */
  private record Workspace(String name, List<String> dashboards) {}

  private final Tokens tokens;
  private final Map<String, String> given;
  private final BiFunction<String, String, Hindrance> lacking;
  private final Listing listing;
  private final Once<DatasourceFinder.Source> source;
  private final Once<Workspace> place = new Once<>(this::findWorkspace);
  private final Map<String, List<String>> metrics = new ConcurrentHashMap<>();

  private Discovery(
      Offer offer,
      Tokens tokens,
      Map<String, String> given,
      BiFunction<String, String, Hindrance> lacking) {
    this.tokens = tokens;
    this.given = given;
    this.lacking = lacking;
    this.listing = new Listing(offer, tokens);
    DatasourceFinder finder = new DatasourceFinder(listing, given, lacking);
    this.source = new Once<>(finder::find);
  }

  /** In the organization that is checked. */
  static TargetFixtures of(Offer offer, RunSettings settings) {
    return new Discovery(offer, settings.tokens(), settings.given(), Lacking::new);
  }

  /** In the second organization, which need not have anything. */
  static TargetFixtures ofOther(Offer offer, RunSettings settings) {
    Tokens theirs = new Tokens(settings.tokens().otherService(), null, null);
    return new Discovery(
        offer,
        theirs,
        Map.of(),
        (thing, options) -> new NotApplicable("the second organization has no " + thing));
  }

  @Override
  public String datasource() {
    String named = given.get("datasource");
    return named == null ? source.get().name() : named;
  }

  @Override
  public List<Table> tables() {
    return source.get().tables();
  }

  @Override
  public String workspace() {
    String named = given.get("workspace");
    return named == null ? place.get().name() : named;
  }

  @Override
  public List<String> dashboards() {
    return place.get().dashboards();
  }

  @Override
  public List<String> metrics() {
    return metricsOf(workspace());
  }

  private Workspace findWorkspace() {
    String named = given.get("workspace");
    if (named == null && tokens.service() == null) {
      // An API token alone finds no workspace, so that only what was named counts.
      throw new NotApplicable(
          "without --service-token no workspace is found; name one with " + NAMING_A_WORKSPACE);
    }
    List<Workspace> usable =
        (named == null ? names() : Stream.of(named))
            .limit(MOST_LOOKED_AT)
            .map(name -> new Workspace(name, keys(Dashboards.NOUN, name)))
            .filter(found -> !found.dashboards().isEmpty())
            .toList();
    if (usable.isEmpty() && tokens.service() != null) {
      throw lacking.apply("workspace with a dashboard", NAMING_A_WORKSPACE);
    }
    return usable.stream()
        .filter(each -> usable.size() == 1 || hasMetrics(each.name()))
        .findFirst()
        .or(() -> usable.stream().findFirst())
        .orElseGet(() -> new Workspace(String.valueOf(named), List.of()));
  }

  private Stream<String> names() {
    String near = datasourceIfAny();
    return listing
        .named(Operation.LIST_WORKSPACES, "")
        .orElseThrow(() -> lacking.apply("workspace", NAMING_A_WORKSPACE))
        .sorted(
            Comparator.comparing(
                item -> !item.at("/companyIntegration/name").asText().equals(near)))
        .map(item -> item.path("name").asText());
  }

  /** Its own workspaces come first, but there may be others. */
  private String datasourceIfAny() {
    try {
      return datasource();
    } catch (Hindrance unknown) {
      return "";
    }
  }

  private boolean hasMetrics(String workspace) {
    try {
      return !metricsOf(workspace).isEmpty();
    } catch (Blocked unknown) {
      return false;
    }
  }

  private List<String> metricsOf(String workspace) {
    return metrics.computeIfAbsent(workspace, name -> keys(Metrics.NOUN, name));
  }

  private List<String> keys(Noun noun, String workspace) {
    String named = given.get(noun.word());
    if (named != null) {
      return List.of(named);
    }
    if (tokens.service() == null || workspace.isEmpty()) {
      return List.of();
    }
    return listing
        .named(noun.list(), workspace)
        .orElseThrow(() -> lacking.apply(noun.word(), "--" + noun.word()))
        .map(item -> item.path(noun.key()).asText())
        .filter(key -> !key.isEmpty())
        .toList();
  }
}
