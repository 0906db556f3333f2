package dev.datamart.mock.seed;

import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Dashboard;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.ServiceToken;
import dev.datamart.mock.domain.SourceColumn;
import dev.datamart.mock.domain.SourceTable;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.seed.Seed.SeedOrganization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads organizations from JSON. Everything is checked, as the API would check it: names are unique
 * and everything that is referred to exists. A seed is taken whole or refused with the line.
 */
public final class SeedReader {

  private final Instant now;
  private final Set<String> tokens = new HashSet<>();
  private final Set<String> ids = new HashSet<>();

  private SeedReader(Instant now) {
    this.now = now;
  }

  /**
   * Reads a seed.
   *
   * @param source what a refusal calls it, such as the file's name
   * @param now the time of everything that names none
   */
  public static Seed read(String source, byte[] json, Instant now) throws SeedException {
    SeedReader reader = new SeedReader(now);
    LocatedJson root = LocatedJson.parse(source, json);
    List<SeedOrganization> organizations = new ArrayList<>();
    for (LocatedJson organization : root.list("organizations")) {
      organizations.add(reader.organization(organization));
    }
    root.refuseUnknownMembers();
    if (organizations.isEmpty()) {
      throw root.refuse("\"organizations\" must have at least one organization");
    }
    return new Seed(organizations);
  }

  private SeedOrganization organization(LocatedJson at) throws SeedException {
    String id = at.text("id");
    if (!ids.add(id)) {
      throw at.refuse("there is an organization \"" + id + "\" already");
    }
    Organization organization = Organization.named(at.text("name"));
    for (LocatedJson token : at.list("serviceTokens")) {
      organization = organization.with(new ServiceToken(newToken(token, token.text())));
    }
    for (LocatedJson datasource : at.list("datasources")) {
      organization = organization.with(datasource(datasource, organization));
    }
    for (LocatedJson datamart : at.list("datamarts")) {
      organization = organization.with(DatamartReader.datamart(datamart, organization, now));
    }
    for (LocatedJson workspace : at.list("workspaces")) {
      organization = organization.with(workspace(workspace, organization));
    }
    for (LocatedJson app : at.list("dataApps")) {
      organization = dataApp(app, organization);
    }
    at.refuseUnknownMembers();
    return new SeedOrganization(id, organization);
  }

  private static Datasource datasource(LocatedJson at, Organization in) throws SeedException {
    List<SourceTable> tables = new ArrayList<>();
    for (LocatedJson table : at.list("tables")) {
      List<SourceColumn> columns = new ArrayList<>();
      for (LocatedJson column : table.list("columns")) {
        columns.add(new SourceColumn(column.text("name"), column.text("dataType")));
        column.refuseUnknownMembers();
      }
      tables.add(new SourceTable(table.text("schemaName"), table.text("name"), columns));
      table.refuseUnknownMembers();
    }
    Datasource datasource =
        new Datasource(
            fresh(at, at.text("name"), in.datasources()),
            at.text("id"),
            at.flagOrTrue("isAuthenticated"),
            at.flag("isDisabled"),
            tables);
    at.refuseUnknownMembers();
    return datasource;
  }

  private Workspace workspace(LocatedJson at, Organization in) throws SeedException {
    OrderedMap<Dashboard> dashboards = OrderedMap.empty();
    for (LocatedJson d : at.list("dashboards")) {
      Instant created = orNow(d.time("createdAt"));
      Instant updated = d.time("updatedAt");
      String id = fresh(d, d.text("id"), dashboards);
      dashboards =
          dashboards.with(
              new Dashboard(id, d.text("name"), created, updated == null ? created : updated));
      d.refuseUnknownMembers();
    }
    OrderedMap<Metric> metrics = OrderedMap.empty();
    for (LocatedJson m : at.list("metrics")) {
      metrics = metrics.with(new Metric(fresh(m, m.text("id"), metrics), m.text("name")));
      m.refuseUnknownMembers();
    }
    Workspace workspace =
        new Workspace(
            fresh(at, at.text("name"), in.workspaces()),
            uuid(at, "id"),
            known(at.list("datasources"), in.datasources(), "datasource"),
            known(at.list("datamarts"), in.datamarts(), "datamart"),
            at.flag("isMultiDatasource"),
            at.flag("isMultiDatamart"),
            dashboards,
            metrics);
    at.refuseUnknownMembers();
    return workspace;
  }

  private Organization dataApp(LocatedJson at, Organization in) throws SeedException {
    String name = fresh(at, at.text("name"), in.dataApps());
    Instant created = orNow(at.time("createdAt"));
    Instant updated = at.time("updatedAt");
    Organization organization =
        in.with(
            new DataApp(
                name,
                created,
                updated == null ? created : updated,
                OrderedMap.empty(),
                OrderedMap.empty()));
    for (LocatedJson key : at.list("apiKeys")) {
      organization =
          organization.with(
              new ApiToken(
                  newToken(key, key.text("value")),
                  key.text("name"),
                  name,
                  orNow(key.time("createdAt")),
                  key.time("expiresAt")));
      key.refuseUnknownMembers();
    }
    for (LocatedJson embed : at.list("embeds")) {
      organization = organization.with(EmbedReader.embed(embed, name, organization, now));
    }
    at.refuseUnknownMembers();
    return organization;
  }

  private String newToken(LocatedJson at, String token) throws SeedException {
    if (!tokens.add(token)) {
      throw at.refuse("this token is given twice; one token opens one thing");
    }
    return token;
  }

  private Instant orNow(@Nullable Instant time) {
    return time == null ? now : time;
  }

  static <V extends Keyed> String fresh(LocatedJson at, String key, OrderedMap<V> taken)
      throws SeedException {
    if (taken.has(key)) {
      throw at.refuse("\"" + key + "\" is there already");
    }
    return key;
  }

  private static <V extends Keyed> List<String> known(
      List<LocatedJson> names, OrderedMap<V> shelf, String kind) throws SeedException {
    List<String> known = new ArrayList<>();
    for (LocatedJson name : names) {
      if (!shelf.has(name.text())) {
        throw name.refuse("there is no " + kind + " \"" + name.text() + "\"");
      }
      known.add(name.text());
    }
    return known;
  }

  private static String uuid(LocatedJson at, String member) throws SeedException {
    String text = at.text(member);
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException malformed) {
      throw at.required(member).refuse("\"" + member + "\" must be a UUID");
    }
  }
}
