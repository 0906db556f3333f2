package dev.datamart.mock.seed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Column;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Relationship;
import dev.datamart.mock.domain.SourceTable;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.seed.Seed.SeedOrganization;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes organizations as the JSON that {@link SeedReader} reads; what it writes, it reads. */
public final class SeedWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SeedWriter() {}

  /** Returns the whole seed, tokens included. */
  public static ObjectNode seed(Seed seed) {
    return object().set("organizations", array(seed.organizations(), SeedWriter::organization));
  }

  private static ObjectNode organization(SeedOrganization seed) {
    Organization from = seed.organization();
    ObjectNode to = object().put("id", seed.id()).put("name", from.name());
    ArrayNode tokens = to.putArray("serviceTokens");
    from.serviceTokens().forEach(token -> tokens.add(token.value()));
    to.set("datasources", array(from.datasources(), SeedWriter::datasource));
    to.set("datamarts", array(from.datamarts(), SeedWriter::datamart));
    to.set("workspaces", array(from.workspaces(), SeedWriter::workspace));
    to.set("dataApps", array(from.dataApps(), SeedWriter::dataApp));
    return to;
  }

  /** Returns a datasource with its schema. */
  public static ObjectNode datasource(Datasource from) {
    return object()
        .put("name", from.name())
        .put("id", from.id())
        .put("isAuthenticated", from.isAuthenticated())
        .put("isDisabled", from.isDisabled())
        .set("tables", array(from.tables(), SeedWriter::sourceTable));
  }

  private static ObjectNode sourceTable(SourceTable from) {
    return object()
        .put("schemaName", from.schemaName())
        .put("name", from.name())
        .set(
            "columns",
            array(
                from.columns(), c -> object().put("name", c.name()).put("dataType", c.dataType())));
  }

  /** Returns a datamart. */
  public static ObjectNode datamart(Datamart from) {
    ObjectNode to = object().put("name", from.name()).put("datasourceName", from.datasourceName());
    to.set("tables", array(from.tables(), SeedWriter::table));
    if (from.tenancy() != null) {
      to.set("tenancy", tenancy(from.tenancy()));
    }
    to.set("relationships", array(from.relationships(), SeedWriter::relationship));
    return times(to, from.createdAt(), from.updatedAt());
  }

  private static ObjectNode table(Table from) {
    ObjectNode to = object().put("schemaName", from.schemaName()).put("name", from.name());
    optional(to, "label", from.label());
    optional(to, "clientColumn", from.clientColumn());
    return to.put("isHide", from.isHide())
        .set("columns", array(from.columns(), SeedWriter::column));
  }

  private static ObjectNode column(Column from) {
    ObjectNode to = object().put("name", from.name());
    optional(to, "datatype", from.datatype());
    optional(to, "alias", from.alias());
    optional(to, "label", from.label());
    optional(to, "sql", from.sql());
    return to.put("isHide", from.isHide())
        .put("isCustomColumn", from.isCustomColumn())
        .put("isApplyTimezone", from.isApplyTimezone());
  }

  private static ObjectNode tenancy(Tenancy from) {
    ObjectNode to = object().put("level", from.level().name());
    optional(to, "clientColumnType", from.clientColumnType());
    optional(to, "schemaName", from.schemaName());
    optional(to, "tableName", from.tableName());
    optional(to, "tableClientNameColumn", from.tableClientNameColumn());
    optional(to, "tablePrimaryKeyColumn", from.tablePrimaryKeyColumn());
    return to;
  }

  private static ObjectNode relationship(Relationship from) {
    ObjectNode to =
        object()
            .put("parentTableName", from.parentTableName())
            .put("parentColumnName", from.parentColumnName())
            .put("childTableName", from.childTableName())
            .put("childColumnName", from.childColumnName())
            .put("relationshipName", from.relationshipName());
    optional(to, "cardinality", from.cardinality());
    optional(to, "join", from.join());
    return to;
  }

  /** Returns a workspace with its dashboards and metrics. */
  public static ObjectNode workspace(Workspace from) {
    ObjectNode to = object().put("name", from.name()).put("id", from.id());
    from.datasourceNames().forEach(to.putArray("datasources")::add);
    from.datamartNames().forEach(to.putArray("datamarts")::add);
    to.put("isMultiDatasource", from.isMultiDatasource());
    to.put("isMultiDatamart", from.isMultiDatamart());
    to.set(
        "dashboards",
        array(
            from.dashboards(),
            d ->
                times(
                    object().put("id", d.id()).put("name", d.name()),
                    d.createdAt(),
                    d.updatedAt())));
    to.set("metrics", array(from.metrics(), m -> object().put("id", m.id()).put("name", m.name())));
    return to;
  }

  private static ObjectNode dataApp(DataApp from) {
    ObjectNode to = times(object().put("name", from.name()), from.createdAt(), from.updatedAt());
    to.set("apiKeys", array(from.apiKeys(), SeedWriter::apiKey));
    to.set("embeds", array(from.embeds(), SeedWriter::embed));
    return to;
  }

  private static ObjectNode apiKey(ApiToken from) {
    ObjectNode to =
        object()
            .put("value", from.value())
            .put("name", from.name())
            .put("createdAt", from.createdAt().toString());
    optional(to, "expiresAt", from.expiresAt() == null ? null : from.expiresAt().toString());
    return to;
  }

  /** Returns an embed. */
  public static ObjectNode embed(Embed from) {
    ObjectNode to =
        object()
            .put("id", from.id())
            .put("type", from.type() == EmbedType.METRIC ? "metric" : "dashboard")
            .put("name", from.name())
            .put("workspaceName", from.workspaceName())
            .put("dashboardId", from.dashboardId());
    optional(to, "metricId", from.metricId());
    to.set("accessSettings", access(from.accessSettings()));
    return times(to, from.createdAt(), from.updatedAt());
  }

  private static ObjectNode access(AccessSettings from) {
    ObjectNode to = object();
    optional(to, "datamartName", from.datamartName());
    ArrayNode allowed = to.putArray("allowed");
    from.allowed().stream().sorted().map(AccessFlag::member).forEach(allowed::add);
    to.put("metricCreationMode", from.metricCreationMode());
    optional(to, "joinModel", from.joinModel());
    to.set(
        "tableTenancySettings",
        array(
            from.tableTenancySettings(),
            t -> {
              ObjectNode table = object().put("name", t.name());
              optional(table, "clientColumn", t.clientColumn());
              return table;
            }));
    return to;
  }

  private static ObjectNode times(ObjectNode to, Instant createdAt, Instant updatedAt) {
    return to.put("createdAt", createdAt.toString()).put("updatedAt", updatedAt.toString());
  }

  private static void optional(ObjectNode to, String name, @Nullable String value) {
    if (value != null) {
      to.put(name, value);
    }
  }

  private static <T> ArrayNode array(Iterable<T> from, Function<T, ObjectNode> item) {
    ArrayNode to = JSON.arrayNode();
    from.forEach(one -> to.add(item.apply(one)));
    return to;
  }

  private static ObjectNode object() {
    return JSON.objectNode();
  }

  /** Returns the seed of one organization. */
  public static ObjectNode seed(String id, Organization organization) {
    return seed(new Seed(List.of(new SeedOrganization(id, organization))));
  }
}
