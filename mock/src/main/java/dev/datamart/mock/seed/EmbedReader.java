package dev.datamart.mock.seed;

import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.TableTenancy;
import dev.datamart.mock.domain.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an embed of a seed. */
final class EmbedReader {

  private static final Map<String, AccessFlag> FLAGS =
      Stream.of(AccessFlag.values())
          .collect(Collectors.toMap(AccessFlag::member, Function.identity()));

  private EmbedReader() {}

  static Embed embed(LocatedJson at, String dataApp, Organization in, Instant now)
      throws SeedException {
    String id = SeedReader.fresh(at, at.text("id"), in.embedsOf(dataApp));
    boolean isMetric = at.oneOf("type", List.of("dashboard", "metric")).equals("metric");
    Workspace workspace = workspace(at, in);
    String dashboard = at.text("dashboardId");
    if (!workspace.dashboards().has(dashboard)) {
      throw at.refuse("the workspace has no dashboard \"" + dashboard + "\"");
    }
    String metric = isMetric ? at.text("metricId") : null;
    if (metric != null && !workspace.metrics().has(metric)) {
      throw at.refuse("the workspace has no metric \"" + metric + "\"");
    }
    String name = at.optionalText("name");
    Instant created = at.time("createdAt");
    Instant updated = at.time("updatedAt");
    Instant start = created == null ? now : created;
    Embed embed =
        new Embed(
            id,
            isMetric ? EmbedType.METRIC : EmbedType.DASHBOARD,
            name == null ? id : name,
            dataApp,
            workspace.name(),
            dashboard,
            metric,
            access(at, in, isMetric),
            start,
            updated == null ? start : updated);
    at.refuseUnknownMembers();
    return embed;
  }

  private static Workspace workspace(LocatedJson at, Organization in) throws SeedException {
    String name = at.text("workspaceName");
    Workspace workspace = in.workspaces().get(name);
    if (workspace == null) {
      throw at.required("workspaceName").refuse("there is no workspace \"" + name + "\"");
    }
    return workspace;
  }

  private static AccessSettings access(LocatedJson embed, Organization in, boolean isMetric)
      throws SeedException {
    LocatedJson at = isMetric ? embed.member("accessSettings") : embed.required("accessSettings");
    if (at == null) {
      return AccessSettings.none();
    }
    String datamart = isMetric ? at.optionalText("datamartName") : at.text("datamartName");
    if (datamart != null && !in.datamarts().has(datamart)) {
      throw at.refuse("there is no datamart \"" + datamart + "\"");
    }
    AccessSettings settings =
        new AccessSettings(
            datamart,
            allowed(at),
            at.member("metricCreationMode") == null
                ? AccessSettings.DEFAULT_METRIC_CREATION_MODE
                : at.oneOf("metricCreationMode", List.of("DRAG_DROP", "CHAT")),
            joinModel(at),
            tables(at));
    at.refuseUnknownMembers();
    return settings;
  }

  private static Set<AccessFlag> allowed(LocatedJson at) throws SeedException {
    Set<AccessFlag> allowed = EnumSet.noneOf(AccessFlag.class);
    for (LocatedJson member : at.list("allowed")) {
      AccessFlag flag = FLAGS.get(member.text());
      if (flag == null) {
        throw member.refuse("\"allowed\" takes " + String.join(", ", FLAGS.keySet()));
      }
      allowed.add(flag);
    }
    return allowed;
  }

  private static @Nullable String joinModel(LocatedJson at) throws SeedException {
    return at.member("joinModel") == null
        ? null
        : at.oneOf("joinModel", List.of("single", "multi"));
  }

  private static List<TableTenancy> tables(LocatedJson at) throws SeedException {
    List<TableTenancy> tables = new ArrayList<>();
    for (LocatedJson table : at.list("tableTenancySettings")) {
      tables.add(new TableTenancy(table.text("name"), table.optionalText("clientColumn")));
      table.refuseUnknownMembers();
    }
    return tables;
  }
}
