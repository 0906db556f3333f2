package dev.datamart.mock.api.embeds;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.Dashboard;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.stub.model.CreateEmbedRequest;
import dev.datamart.stub.model.RenameEmbedRequest;
import dev.datamart.stub.model.UpdateEmbedRequest;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The embeds of one data app. Each method looks at the shape of the request at once and returns a
 * change that looks at what exists when it is applied.
 */
final class Embeds {

  private Embeds() {}

  /**
   * Returns the embeds of a data app.
   *
   * @param embedId that one alone
   * @param clientId those that were made for that client
   */
  static OrderedMap<Embed> list(
      Organization now, String dataApp, @Nullable String embedId, @Nullable String clientId) {
    Require.notEmpty(embedId, "embedId");
    OrderedMap<Embed> all = now.of(Kind.EMBED, dataApp);
    if (embedId == null && clientId == null) {
      return all;
    }
    // No embed of this part of the API is made for one client, so none passes that filter.
    Embed one = embedId == null || clientId != null ? null : all.get(embedId);
    return one == null ? OrderedMap.empty() : OrderedMap.<Embed>empty().with(one);
  }

  /**
   * Adds an embed to a data app.
   *
   * @param id the new embed's identifier, which is its name too unless the draft has one
   */
  static UnaryOperator<Organization> create(
      String dataApp, CreateEmbedRequest draft, String id, Instant now) {
    Embed embed = embed(dataApp, draft, Set.of(), id, now, now);

    return before -> {
      EmbedRules.checkShown(before, embed);
      EmbedRules.checkTables(before, embed.accessSettings());
      return before.with(embed);
    };
  }

  /** Adds an embed as it may have become: the tables that its settings name may have gone since. */
  static UnaryOperator<Organization> restore(Embed embed) {
    return before -> {
      EmbedRules.checkShown(before, embed);
      EmbedRules.datamart(before, embed.accessSettings());
      return before.with(embed);
    };
  }

  /**
   * Returns the embed of a draft whose shape is right.
   *
   * @param allowed what it allows unless the draft says otherwise
   */
  static Embed embed(
      String dataApp,
      CreateEmbedRequest draft,
      Set<AccessFlag> allowed,
      String id,
      Instant createdAt,
      Instant updatedAt) {
    String dashboardId = Require.text(draft.getDashboardId(), "dashboardId");
    EmbedType type = EmbedRules.type(draft.getEmbedType());
    String workspaceName = Require.text(draft.getWorkspaceName(), "workspaceName");
    String name = Require.notEmpty(draft.getName(), "name");
    String metricId =
        type == EmbedType.METRIC
            ? Require.text(draft.getMetricId(), "metricId")
            : Require.notEmpty(draft.getMetricId(), "metricId");
    return new Embed(
        id,
        type,
        name == null ? id : name,
        dataApp,
        workspaceName,
        dashboardId,
        type == EmbedType.METRIC ? metricId : null,
        EmbedRules.newSettings(type, draft, allowed),
        createdAt,
        updatedAt);
  }

  /** Changes the settings that the draft has and keeps the rest; this is how an embed moves. */
  static UnaryOperator<Organization> update(String dataApp, UpdateEmbedRequest draft, Instant now) {
    String id = Require.text(draft.getEmbedId(), "embedId");
    String name = Require.notEmpty(draft.getName(), "name");
    EmbedRules.merged(AccessSettings.onto(null), draft.getAccessSettings());

    return before -> {
      Embed old = find(before, dataApp, id);
      AccessSettings settings = EmbedRules.merged(old.accessSettings(), draft.getAccessSettings());
      if (!EmbedRules.hasSameDatamart(old.accessSettings(), settings)) {
        EmbedRules.checkTables(before, settings);
      }
      return before.with(old.changed(name == null ? old.name() : name, settings, now));
    };
  }

  /** Gives an embed another name and, when asked to, its dashboard too. */
  static UnaryOperator<Organization> rename(String dataApp, RenameEmbedRequest draft, Instant now) {
    String id = Require.text(draft.getEmbedId(), "embedId");
    String name = Require.text(draft.getName(), "name");

    return before -> {
      Embed old = find(before, dataApp, id);
      Organization renamed = before.with(old.changed(name, old.accessSettings(), now));
      boolean isAllRenamed = Boolean.TRUE.equals(draft.getIsRenameDashboard());
      return isAllRenamed ? withDashboardNamed(renamed, old, name, now) : renamed;
    };
  }

  /** Removes an embed; its datamart stays. */
  static UnaryOperator<Organization> delete(String dataApp, @Nullable String embedId) {
    Ref ref = new Ref(Kind.EMBED, dataApp, Require.text(embedId, "embedId"));

    return before -> {
      if (!before.has(ref)) {
        throw Refusal.of(Problem.EMBED_NOT_FOUND);
      }
      return before.without(ref);
    };
  }

  private static Embed find(Organization organization, String dataApp, String id) {
    return Require.found(
        organization.of(Kind.EMBED, dataApp),
        id,
        Problem.EMBED_ID_UNKNOWN,
        "the data app has no embed");
  }

  private static Organization withDashboardNamed(
      Organization organization, Embed embed, String name, Instant now) {
    Workspace workspace = organization.workspaces().get(embed.workspaceName());
    Dashboard old = workspace == null ? null : workspace.dashboards().get(embed.dashboardId());
    return workspace == null || old == null
        ? organization
        : organization.with(
            workspace.withDashboards(workspace.dashboards().with(old.renamed(name, now))));
  }
}
