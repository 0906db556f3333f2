package dev.datamart.mock.operation;

import dev.datamart.mock.access.TokenNeed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every operation of the API, with the path below {@code /api/v2} that each family gives it. */
public enum Operation {
  LIST_DATAMARTS(
      "listDatamarts",
      "GET",
      "/data-app/datamarts",
      "/dataApp/datamart/list",
      TokenNeed.EITHER,
      Set.of("isPagination", "pageNumber", "expandDetails")),
  CREATE_DATAMART(
      "createDatamart",
      "POST",
      "/data-app/datamarts",
      "/dataApp/datamart/create",
      TokenNeed.EITHER,
      Set.of()),
  UPDATE_DATAMART("updateDatamart", "PUT", "/data-app/datamarts", null, TokenNeed.EITHER, Set.of()),
  DELETE_DATAMART(
      "deleteDatamart",
      "DELETE",
      "/data-app/datamart",
      "/dataApp/datamart/delete",
      TokenNeed.EITHER,
      Set.of("datamartName")),
  LIST_EMBEDS(
      "listEmbeds",
      "GET",
      "/data-app/embeds",
      "/dataApp/embed/list",
      TokenNeed.DATA_APP,
      Set.of("isPagination", "pageNumber", "embedId", "clientId")),
  CREATE_EMBED(
      "createEmbed",
      "POST",
      "/data-app/embeds",
      "/dataApp/embed/create",
      TokenNeed.DATA_APP,
      Set.of()),
  UPDATE_EMBED(
      "updateEmbed",
      "PUT",
      "/data-app/embeds",
      "/dataApp/embed/update",
      TokenNeed.DATA_APP,
      Set.of()),
  RENAME_EMBED("renameEmbed", "PUT", "/data-app/embeds/rename", null, TokenNeed.DATA_APP, Set.of()),
  DELETE_EMBED(
      "deleteEmbed",
      "DELETE",
      "/data-app/embeds",
      "/dataApp/embed/delete",
      TokenNeed.DATA_APP,
      Set.of("embedId")),
  LIST_DATA_APPS("listDataApps", "GET", "/data-app", null, TokenNeed.SERVICE, Parameters.PAGING),
  CREATE_DATA_APP("createDataApp", "POST", "/data-app", null, TokenNeed.SERVICE, Set.of()),
  DELETE_DATA_APP("deleteDataApp", "DELETE", "/data-app", null, TokenNeed.SERVICE, Set.of("name")),
  LIST_API_TOKENS(
      "listApiTokens",
      "GET",
      "/data-app/api-tokens",
      null,
      TokenNeed.SERVICE,
      Set.of("dataAppName", "isPagination", "pageNumber")),
  CREATE_API_TOKEN(
      "createApiToken", "POST", "/data-app/api-tokens", null, TokenNeed.SERVICE, Set.of()),
  ROTATE_API_TOKEN(
      "rotateApiToken", "POST", "/data-app/rotate-api", null, TokenNeed.DATA_APP, Set.of()),
  LIST_DATASOURCES(
      "listDatasources", "GET", "/datasource", null, TokenNeed.SERVICE, Parameters.PAGING),
  GET_DATASOURCE_SCHEMA(
      "getDatasourceSchema",
      "GET",
      "/datasource/schema",
      null,
      TokenNeed.SERVICE,
      Set.of("datasourceName")),
  LIST_WORKSPACES(
      "listWorkspaces", "GET", "/workspace", null, TokenNeed.SERVICE, Parameters.PAGING),
  LIST_WORKSPACE_DASHBOARDS(
      "listWorkspaceDashboards",
      "POST",
      "/workspace/dashboards",
      null,
      TokenNeed.SERVICE,
      Set.of()),
  LIST_WORKSPACE_METRICS(
      "listWorkspaceMetrics", "POST", "/workspace/metrics", null, TokenNeed.SERVICE, Set.of());

  /** The query parameters that several operations share. */
  private static final class Parameters {
    static final Set<String> PAGING = Set.of("isPagination", "pageNumber");
  }

  private static final String KEBAB_ROOT = "/data-app";
  private static final String CAMEL_ROOT = "/dataApp";

  private final String id;
  private final String method;
  private final String path;
  private final @Nullable String verbPath;
  private final TokenNeed need;
  private final Set<String> parameters;

  Operation(
      String id,
      String method,
      String path,
      @Nullable String verbPath,
      TokenNeed need,
      Set<String> parameters) {
    this.id = id;
    this.method = method;
    this.path = path;
    this.verbPath = verbPath;
    this.need = need;
    this.parameters = parameters;
  }

  /** Returns the operationId that the contract gives it in the kebab family. */
  public String id() {
    return id;
  }

  /** Returns the kind of token that it asks for. */
  public TokenNeed need() {
    return need;
  }

  /** Returns the names of its documented query parameters in the kebab and camel families. */
  public Set<String> parameters() {
    return parameters;
  }

  /** Returns the method that a family uses for it. */
  public String method(Family family) {
    return family == Family.VERB ? "POST" : method;
  }

  /** Returns the path below {@code /api/v2} in a family; null where the family does without it. */
  public @Nullable String path(Family family) {
    return switch (family) {
      case KEBAB -> path;
      case CAMEL -> path.startsWith(KEBAB_ROOT) ? camelPath() : null;
      case VERB -> verbPath;
    };
  }

  /** Returns the recommended path, below {@code /api/v2}. */
  public String successorPath() {
    return path;
  }

  /** Returns whether a request of that family carries its arguments in a JSON body. */
  public boolean takesBody(Family family) {
    String spoken = method(family);
    return spoken.equals("POST") || spoken.equals("PUT");
  }

  private String camelPath() {
    return CAMEL_ROOT + path.substring(KEBAB_ROOT.length());
  }
}
