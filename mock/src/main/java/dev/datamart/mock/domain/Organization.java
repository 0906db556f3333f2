package dev.datamart.mock.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one tenant owns, at one moment. A change makes a new organization that shares
 * with the old one all that did not change, and costs what it changes, not what there is.
 */
public final class Organization {

  // Assigned only on a copy that nobody else has seen yet; never once it is returned.
  private String name;
  private OrderedMap<ServiceToken> serviceTokens = OrderedMap.empty();
  private OrderedMap<Datasource> datasources = OrderedMap.empty();
  private OrderedMap<Workspace> workspaces = OrderedMap.empty();
  private OrderedMap<Datamart> datamarts = OrderedMap.empty();
  private OrderedMap<DataApp> dataApps = OrderedMap.empty();
  private OrderedMap<ApiToken> apiKeys = OrderedMap.empty();
  private Index<EmbedRef> embedsByDatamart = Index.empty();
  private Index<String> workspacesByDatamart = Index.empty();

  private Organization(String name) {
    this.name = name;
  }

  /** Returns an organization that owns nothing. */
  public static Organization named(String name) {
    return new Organization(name);
  }

  public String name() {
    return name;
  }

  public OrderedMap<ServiceToken> serviceTokens() {
    return serviceTokens;
  }

  public OrderedMap<Datasource> datasources() {
    return datasources;
  }

  public OrderedMap<Workspace> workspaces() {
    return workspaces;
  }

  public OrderedMap<Datamart> datamarts() {
    return datamarts;
  }

  public OrderedMap<DataApp> dataApps() {
    return dataApps;
  }

  /** Returns the API keys of all data apps, dead ones included. */
  public OrderedMap<ApiToken> apiKeys() {
    return apiKeys;
  }

  /** Returns the embeds of that data app; none when there is no such data app. */
  public OrderedMap<Embed> embedsOf(String dataAppName) {
    return dataApps.find(dataAppName).map(DataApp::embeds).orElseGet(OrderedMap::empty);
  }

  /** Returns the embed of that identifier in that data app. */
  public Optional<Embed> embed(EmbedRef ref) {
    return embedsOf(ref.dataAppName()).find(ref.embedId());
  }

  /** Returns where the embeds stand that read the datamart of exactly that name. */
  public Collection<EmbedRef> embedsOn(String datamartName) {
    return embedsByDatamart.on(datamartName);
  }

  /** Returns the names of the workspaces that are connected to that datamart. */
  public Collection<String> workspacesOn(String datamartName) {
    return workspacesByDatamart.on(datamartName);
  }

  /** Returns the organization under another name. */
  public Organization renamed(String newName) {
    Organization next = copy();
    next.name = newName;
    return next;
  }

  public Organization with(ServiceToken token) {
    Organization next = copy();
    next.serviceTokens = serviceTokens.with(token);
    return next;
  }

  public Organization without(ServiceToken token) {
    Organization next = copy();
    next.serviceTokens = serviceTokens.without(token.value());
    return next;
  }

  public Organization with(Datasource datasource) {
    Organization next = copy();
    next.datasources = datasources.with(datasource);
    return next;
  }

  public Organization with(Workspace workspace) {
    Organization next = copy();
    for (String datamart : datamartsOf(workspaces.get(workspace.name()))) {
      next.workspacesByDatamart = next.workspacesByDatamart.without(datamart, workspace.name());
    }
    for (String datamart : workspace.datamartNames()) {
      next.workspacesByDatamart = next.workspacesByDatamart.with(datamart, workspace.name());
    }
    next.workspaces = workspaces.with(workspace);
    return next;
  }

  public Organization with(Datamart datamart) {
    Organization next = copy();
    next.datamarts = datamarts.with(datamart);
    return next;
  }

  /** Adds an empty data app. */
  public Organization with(DataApp dataApp) {
    Organization next = copy();
    next.dataApps = dataApps.with(dataApp);
    return next;
  }

  /** Adds the key to its data app, or replaces the one of that value. */
  public Organization with(ApiToken key) {
    Organization next = copy();
    next.dataApps = dataApps.with(dataApp(key.dataAppName()).with(key));
    next.apiKeys = apiKeys.with(key);
    return next;
  }

  /** Removes the key from its data app. */
  public Organization without(ApiToken key) {
    Organization next = copy();
    next.dataApps = dataApps.with(dataApp(key.dataAppName()).withoutKey(key.value()));
    next.apiKeys = apiKeys.without(key.value());
    return next;
  }

  /** Adds the embed to its data app, or replaces the one of that identifier. */
  public Organization with(Embed embed) {
    DataApp app = dataApp(embed.dataAppName());
    Organization next = copy();
    next.unindex(app.embeds().get(embed.id()));
    next.index(embed);
    next.dataApps = dataApps.with(app.with(embed));
    return next;
  }

  public Organization withoutEmbed(EmbedRef ref) {
    DataApp app = dataApp(ref.dataAppName());
    Organization next = copy();
    next.unindex(app.embeds().get(ref.embedId()));
    next.dataApps = dataApps.with(app.withoutEmbed(ref.embedId()));
    return next;
  }

  /** Removes the datamart, every embed that reads it, and the connections of workspaces to it. */
  public Organization withoutDatamart(String datamartName) {
    Organization next = copy();
    Map<String, DataApp> poorer = new HashMap<>();
    for (EmbedRef ref : embedsOn(datamartName)) {
      poorer.compute(
          ref.dataAppName(),
          (name, app) -> (app == null ? dataApp(name) : app).withoutEmbed(ref.embedId()));
    }
    for (DataApp app : poorer.values()) {
      next.dataApps = next.dataApps.with(app);
    }
    for (String workspaceName : workspacesOn(datamartName)) {
      Workspace workspace = Objects.requireNonNull(workspaces.get(workspaceName));
      next.workspaces = next.workspaces.with(workspace.withoutDatamart(datamartName));
    }
    next.embedsByDatamart = embedsByDatamart.withoutAll(datamartName);
    next.workspacesByDatamart = workspacesByDatamart.withoutAll(datamartName);
    next.datamarts = datamarts.without(datamartName);
    return next;
  }

  /** Removes the data app with its embeds and its API keys. */
  public Organization withoutDataApp(String dataAppName) {
    DataApp app = dataApp(dataAppName);
    Organization next = copy();
    for (Embed embed : app.embeds()) {
      next.unindex(embed);
    }
    for (ApiToken key : app.apiKeys()) {
      next.apiKeys = next.apiKeys.without(key.value());
    }
    next.dataApps = dataApps.without(dataAppName);
    return next;
  }

  private DataApp dataApp(String dataAppName) {
    return Objects.requireNonNull(dataApps.get(dataAppName), "no such data app");
  }

  private static List<String> datamartsOf(@Nullable Workspace workspace) {
    return workspace == null ? List.of() : workspace.datamartNames();
  }

  private Organization copy() {
    Organization copy = new Organization(name);
    copy.serviceTokens = serviceTokens;
    copy.datasources = datasources;
    copy.workspaces = workspaces;
    copy.datamarts = datamarts;
    copy.dataApps = dataApps;
    copy.apiKeys = apiKeys;
    copy.embedsByDatamart = embedsByDatamart;
    copy.workspacesByDatamart = workspacesByDatamart;
    return copy;
  }

  private void index(Embed embed) {
    String datamart = embed.accessSettings().datamartName();
    if (datamart != null) {
      embedsByDatamart = embedsByDatamart.with(datamart, refOf(embed));
    }
  }

  private void unindex(@Nullable Embed embed) {
    String datamart = embed == null ? null : embed.accessSettings().datamartName();
    if (embed != null && datamart != null) {
      embedsByDatamart = embedsByDatamart.without(datamart, refOf(embed));
    }
  }

  private static EmbedRef refOf(Embed embed) {
    return new EmbedRef(embed.dataAppName(), embed.id());
  }
}
