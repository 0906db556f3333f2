package dev.datamart.mock.domain;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one tenant owns, at one moment. A change makes a new organization that shares
 * with the old one all that did not change, and costs what it changes, not what there is.
 */
public final class Organization {

  private final String name;
  private final Shelf<ServiceToken> serviceTokens;
  private final Shelf<Datasource> datasources;
  private final Shelf<Workspace> workspaces;
  private final Shelf<Datamart> datamarts;
  private final Shelf<DataApp> dataApps;
  private final Shelf<ApiKey> apiKeys;
  private final Index<EmbedRef> embedsByDatamart;
  private final Index<String> workspacesByDatamart;

  private Organization(Parts parts) {
    this.name = parts.name;
    this.serviceTokens = parts.serviceTokens;
    this.datasources = parts.datasources;
    this.workspaces = parts.workspaces;
    this.datamarts = parts.datamarts;
    this.dataApps = parts.dataApps;
    this.apiKeys = parts.apiKeys;
    this.embedsByDatamart = parts.embedsByDatamart;
    this.workspacesByDatamart = parts.workspacesByDatamart;
  }

  /** Returns an organization that owns nothing. */
  public static Organization named(String name) {
    return new Organization(new Parts(name));
  }

  public String name() {
    return name;
  }

  public Shelf<ServiceToken> serviceTokens() {
    return serviceTokens;
  }

  public Shelf<Datasource> datasources() {
    return datasources;
  }

  public Shelf<Workspace> workspaces() {
    return workspaces;
  }

  public Shelf<Datamart> datamarts() {
    return datamarts;
  }

  public Shelf<DataApp> dataApps() {
    return dataApps;
  }

  /** Returns the API keys of all data apps, dead ones included. */
  public Shelf<ApiKey> apiKeys() {
    return apiKeys;
  }

  /** Returns the embeds of that data app; none when there is no such data app. */
  public Shelf<Embed> embedsOf(String dataAppName) {
    return dataApps.find(dataAppName).map(DataApp::embeds).orElseGet(Shelf::empty);
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
    Parts parts = new Parts(this);
    parts.name = newName;
    return new Organization(parts);
  }

  public Organization with(ServiceToken token) {
    Parts parts = new Parts(this);
    parts.serviceTokens = serviceTokens.with(token);
    return new Organization(parts);
  }

  public Organization without(ServiceToken token) {
    Parts parts = new Parts(this);
    parts.serviceTokens = serviceTokens.without(token.value());
    return new Organization(parts);
  }

  public Organization with(Datasource datasource) {
    Parts parts = new Parts(this);
    parts.datasources = datasources.with(datasource);
    return new Organization(parts);
  }

  public Organization with(Workspace workspace) {
    Parts parts = new Parts(this);
    for (String datamart : datamartsOf(workspaces.get(workspace.name()))) {
      parts.workspacesByDatamart = parts.workspacesByDatamart.without(datamart, workspace.name());
    }
    for (String datamart : workspace.datamartNames()) {
      parts.workspacesByDatamart = parts.workspacesByDatamart.with(datamart, workspace.name());
    }
    parts.workspaces = workspaces.with(workspace);
    return new Organization(parts);
  }

  public Organization with(Datamart datamart) {
    Parts parts = new Parts(this);
    parts.datamarts = datamarts.with(datamart);
    return new Organization(parts);
  }

  /** Adds an empty data app. */
  public Organization with(DataApp dataApp) {
    Parts parts = new Parts(this);
    parts.dataApps = dataApps.with(dataApp);
    return new Organization(parts);
  }

  /** Adds the key to its data app, or replaces the one of that value. */
  public Organization with(ApiKey key) {
    Parts parts = new Parts(this);
    parts.dataApps = dataApps.with(dataApp(key.dataAppName()).with(key));
    parts.apiKeys = apiKeys.with(key);
    return new Organization(parts);
  }

  /** Removes the key from its data app. */
  public Organization without(ApiKey key) {
    Parts parts = new Parts(this);
    parts.dataApps = dataApps.with(dataApp(key.dataAppName()).withoutKey(key.value()));
    parts.apiKeys = apiKeys.without(key.value());
    return new Organization(parts);
  }

  /** Adds the embed to its data app, or replaces the one of that identifier. */
  public Organization with(Embed embed) {
    DataApp app = dataApp(embed.dataAppName());
    Parts parts = new Parts(this);
    parts.unindex(app.embeds().get(embed.id()));
    parts.index(embed);
    parts.dataApps = dataApps.with(app.with(embed));
    return new Organization(parts);
  }

  public Organization withoutEmbed(EmbedRef ref) {
    DataApp app = dataApp(ref.dataAppName());
    Parts parts = new Parts(this);
    parts.unindex(app.embeds().get(ref.embedId()));
    parts.dataApps = dataApps.with(app.withoutEmbed(ref.embedId()));
    return new Organization(parts);
  }

  /** Removes the datamart, every embed that reads it, and the connections of workspaces to it. */
  public Organization withoutDatamart(String datamartName) {
    Parts parts = new Parts(this);
    for (EmbedRef ref : embedsOn(datamartName)) {
      DataApp app = Objects.requireNonNull(parts.dataApps.get(ref.dataAppName()));
      parts.dataApps = parts.dataApps.with(app.withoutEmbed(ref.embedId()));
    }
    for (String workspaceName : workspacesOn(datamartName)) {
      Workspace workspace = Objects.requireNonNull(workspaces.get(workspaceName));
      parts.workspaces = parts.workspaces.with(workspace.withoutDatamart(datamartName));
    }
    parts.embedsByDatamart = embedsByDatamart.withoutAll(datamartName);
    parts.workspacesByDatamart = workspacesByDatamart.withoutAll(datamartName);
    parts.datamarts = datamarts.without(datamartName);
    return new Organization(parts);
  }

  /** Removes the data app with its embeds and its API keys. */
  public Organization withoutDataApp(String dataAppName) {
    DataApp app = dataApp(dataAppName);
    Parts parts = new Parts(this);
    for (Embed embed : app.embeds()) {
      parts.unindex(embed);
    }
    for (ApiKey key : app.apiKeys()) {
      parts.apiKeys = parts.apiKeys.without(key.value());
    }
    parts.dataApps = dataApps.without(dataAppName);
    return new Organization(parts);
  }

  private DataApp dataApp(String dataAppName) {
    return Objects.requireNonNull(dataApps.get(dataAppName), "no such data app");
  }

  private static List<String> datamartsOf(@Nullable Workspace workspace) {
    return workspace == null ? List.of() : workspace.datamartNames();
  }

  /** The parts of an organization while the next one is put together; never leaves this file. */
  private static final class Parts {
    private String name;
    private Shelf<ServiceToken> serviceTokens = Shelf.empty();
    private Shelf<Datasource> datasources = Shelf.empty();
    private Shelf<Workspace> workspaces = Shelf.empty();
    private Shelf<Datamart> datamarts = Shelf.empty();
    private Shelf<DataApp> dataApps = Shelf.empty();
    private Shelf<ApiKey> apiKeys = Shelf.empty();
    private Index<EmbedRef> embedsByDatamart = Index.empty();
    private Index<String> workspacesByDatamart = Index.empty();

    Parts(String name) {
      this.name = name;
    }

    Parts(Organization from) {
      this.name = from.name;
      this.serviceTokens = from.serviceTokens;
      this.datasources = from.datasources;
      this.workspaces = from.workspaces;
      this.datamarts = from.datamarts;
      this.dataApps = from.dataApps;
      this.apiKeys = from.apiKeys;
      this.embedsByDatamart = from.embedsByDatamart;
      this.workspacesByDatamart = from.workspacesByDatamart;
    }

    void index(Embed embed) {
      String datamart = embed.accessSettings().datamartName();
      if (datamart != null) {
        embedsByDatamart = embedsByDatamart.with(datamart, refOf(embed));
      }
    }

    void unindex(@Nullable Embed embed) {
      String datamart = embed == null ? null : embed.accessSettings().datamartName();
      if (embed != null && datamart != null) {
        embedsByDatamart = embedsByDatamart.without(datamart, refOf(embed));
      }
    }

    private static EmbedRef refOf(Embed embed) {
      return new EmbedRef(embed.dataAppName(), embed.id());
    }
  }
}
