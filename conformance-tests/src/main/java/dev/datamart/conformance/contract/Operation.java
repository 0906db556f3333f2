package dev.datamart.conformance.contract;

import static dev.datamart.conformance.contract.TokenKind.API_KEY;
import static dev.datamart.conformance.contract.TokenKind.EITHER;
import static dev.datamart.conformance.contract.TokenKind.SERVICE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the API can do, with the spelling of each operation in each family. */
public enum Operation {
  LIST_DATAMARTS("DM-LIST", "listDatamarts", EITHER, "GET /data-app/datamarts", "datamart/list"),
  CREATE_DATAMART(
      "DM-CREATE", "createDatamart", EITHER, "POST /data-app/datamarts", "datamart/create"),
  UPDATE_DATAMART("DM-UPDATE", "updateDatamart", EITHER, "PUT /data-app/datamarts", null),
  DELETE_DATAMART(
      "DM-DELETE", "deleteDatamart", EITHER, "DELETE /data-app/datamart", "datamart/delete"),
  LIST_EMBEDS("EM-LIST", "listEmbeds", API_KEY, "GET /data-app/embeds", "embed/list"),
  CREATE_EMBED("EM-CREATE", "createEmbed", API_KEY, "POST /data-app/embeds", "embed/create"),
  UPDATE_EMBED("EM-UPDATE", "updateEmbed", API_KEY, "PUT /data-app/embeds", "embed/update"),
  RENAME_EMBED("EM-RENAME", "renameEmbed", API_KEY, "PUT /data-app/embeds/rename", null),
  DELETE_EMBED("EM-DELETE", "deleteEmbed", API_KEY, "DELETE /data-app/embeds", "embed/delete"),
  LIST_DATA_APPS("DA-LIST", "listDataApps", SERVICE, "GET /data-app", null),
  CREATE_DATA_APP("DA-CREATE", "createDataApp", SERVICE, "POST /data-app", null),
  DELETE_DATA_APP("DA-DELETE", "deleteDataApp", SERVICE, "DELETE /data-app", null),
  LIST_API_TOKENS("AT-LIST", "listApiTokens", SERVICE, "GET /data-app/api-tokens", null),
  CREATE_API_TOKEN("AT-CREATE", "createApiToken", SERVICE, "POST /data-app/api-tokens", null),
  ROTATE_API_TOKEN("AT-ROTATE", "rotateApiToken", API_KEY, "POST /data-app/rotate-api", null),
  LIST_DATASOURCES("DS-LIST", "listDatasources", SERVICE, "GET /datasource", null),
  GET_DATASOURCE_SCHEMA(
      "DS-SCHEMA", "getDatasourceSchema", SERVICE, "GET /datasource/schema", null),
  LIST_WORKSPACES("WS-LIST", "listWorkspaces", SERVICE, "GET /workspace", null),
  LIST_WORKSPACE_DASHBOARDS(
      "WS-DASHBOARDS", "listWorkspaceDashboards", SERVICE, "POST /workspace/dashboards", null),
  LIST_WORKSPACE_METRICS(
      "WS-METRICS", "listWorkspaceMetrics", SERVICE, "POST /workspace/metrics", null);

  private static final String PREFIX = "/api/v2";

  private final String prefix;
  private final String id;
  private final TokenKind token;
  private final String method;
  private final String path;
  private final @Nullable String verb;

  Operation(String prefix, String id, TokenKind token, String kebab, @Nullable String verb) {
    this.prefix = prefix;
    this.id = id;
    this.token = token;
    int space = kebab.indexOf(' ');
    this.method = kebab.substring(0, space);
    this.path = kebab.substring(space + 1);
    this.verb = verb;
  }

  /** The {@code operationId} of the kebab form in the OpenAPI document. */
  public String id() {
    return id;
  }

  /** What the ids of the requirements of this operation begin with. */
  public String prefix() {
    return prefix;
  }

  /** The requirement that the operation answers at all, on which many others rest. */
  public String root() {
    return prefix + "-ANSWERS";
  }

  public TokenKind token() {
    return token;
  }

  /** How a call without a valid token is refused. */
  public Problem unauthenticated() {
    return token == SERVICE ? Problem.SERVICE_TOKEN_INVALID : Problem.UNAUTHENTICATED;
  }

  /** Whether it is about data apps or their keys. */
  public boolean concernsDataApps() {
    return prefix.startsWith("DA-") || prefix.startsWith("AT-");
  }

  /** Whether the operation changes nothing. */
  public boolean reads() {
    return id.startsWith("list") || id.startsWith("get");
  }

  /** How the operation is spelled in a family, when it exists there. */
  public Optional<Spelling> in(Family family) {
    boolean query = method.equals("GET") || method.equals("DELETE");
    return switch (family) {
      case KEBAB -> Optional.of(new Spelling(method, PREFIX + path, query));
      case CAMEL ->
          path.startsWith("/data-app")
              ? Optional.of(
                  new Spelling(
                      method, PREFIX + "/dataApp" + path.substring("/data-app".length()), query))
              : Optional.empty();
      case VERB ->
          Optional.ofNullable(verb).map(v -> new Spelling("POST", PREFIX + "/dataApp/" + v, false));
    };
  }

  /** The families in which the operation exists. */
  public List<Family> families() {
    return Arrays.stream(Family.values()).filter(family -> in(family).isPresent()).toList();
  }

  /** The {@code operationId} of the form of this family in the OpenAPI document. */
  public String idIn(Family family) {
    return switch (family) {
      case KEBAB -> id;
      case CAMEL -> id + "Mirror";
      case VERB -> id + "Legacy";
    };
  }
}
