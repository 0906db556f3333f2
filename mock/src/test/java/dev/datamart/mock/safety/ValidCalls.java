package dev.datamart.mock.safety;

import static dev.datamart.mock.fixture.Bodies.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.TokenNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A valid call of every operation in every family, to be mutated. */
final class ValidCalls {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A call before it is bent.
   *
   * @param path from the root of the server, without the query
   * @param query name and value in turn
   */
  record Call(
      Operation operation,
      String method,
      String path,
      List<String> query,
      @Nullable JsonNode body,
      String token) {}

  private ValidCalls() {}

  static List<Call> of(Tenant own) {
    List<Call> calls = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (Family family : Family.values()) {
        String path = operation.path(family);
        if (path != null) {
          calls.add(call(own, operation, family, path));
        }
      }
    }
    return calls;
  }

  private static Call call(Tenant own, Operation operation, Family family, String path) {
    boolean isKey = operation.need() == TokenNeed.DATA_APP;
    boolean takesBody = operation.takesBody(family);
    ObjectNode arguments = JSON.valueToTree(arguments(operation));
    List<String> query = new ArrayList<>();
    if (!takesBody) {
      arguments
          .fields()
          .forEachRemaining(
              member -> {
                query.add(member.getKey());
                query.add(member.getValue().asText());
              });
    }
    return new Call(
        operation,
        operation.method(family),
        "/api/v2" + path,
        query,
        takesBody ? arguments : null,
        isKey ? own.key(Tenant.PORTAL) : own.serviceToken());
  }

  private static Map<String, Object> arguments(Operation operation) {
    Map<String, Object> datamart = Bodies.datamart("fuzzed");
    datamart.put("tenancySettings", Bodies.tableTenancy());
    datamart.put("relationships", List.of(Bodies.relationship()));
    Map<String, Object> paging = body("isPagination", true, "pageNumber", 1);
    return switch (operation) {
      case LIST_DATAMARTS, LIST_EMBEDS, LIST_DATA_APPS, LIST_DATASOURCES, LIST_WORKSPACES -> paging;
      case CREATE_DATAMART -> datamart;
      case UPDATE_DATAMART -> {
        datamart.remove("name");
        datamart.remove("datasourceName");
        datamart.put("datamartName", "sales-datamart");
        yield datamart;
      }
      case DELETE_DATAMART -> body("datamartName", "marketing-datamart");
      case CREATE_EMBED -> Bodies.metricOn("sales-datamart");
      case UPDATE_EMBED ->
          body(
              "embedId",
              EMBED,
              "accessSettings",
              body("datamartName", "sales-datamart", "isAllowAiPilot", true));
      case RENAME_EMBED -> body("embedId", EMBED, "name", "renamed");
      case DELETE_EMBED -> body("embedId", EMBED);
      case CREATE_DATA_APP -> body("name", "fuzzed");
      case DELETE_DATA_APP -> body("name", Tenant.PARTNER);
      case LIST_API_TOKENS -> body("dataAppName", Tenant.PORTAL);
      case CREATE_API_TOKEN -> body("dataAppName", Tenant.PORTAL, "name", "key");
      case ROTATE_API_TOKEN -> body("expireAt", 3_600);
      case GET_DATASOURCE_SCHEMA -> body("datasourceName", "acme-postgres");
      case LIST_WORKSPACE_DASHBOARDS, LIST_WORKSPACE_METRICS ->
          body("workspaceName", "Sales Workspace", "isPagination", true, "pageNumber", 1);
    };
  }

  private static final String EMBED = "6f1c2a0e-5d3b-4c7e-9a41-0b8f2d7e1a01";
}
