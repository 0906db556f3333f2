package dev.datamart.mock.api.embeds;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.embeds.EmbedDraft.AccessDraft;
import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.Dashboard;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedRef;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The embeds of one data app. Each method looks at the shape of the request at once and returns a
 * change that looks at what exists when it is applied.
 */
public final class Embeds {

  private Embeds() {}

  /**
   * Adds an embed to a data app.
   *
   * @param id the new embed's identifier, which is its name too unless the draft has one
   */
  public static UnaryOperator<Organization> create(
      String dataApp, EmbedDraft draft, String id, Instant now) {
    EmbedRules.checkShape(draft);
    EmbedType type = requireNonNull(draft.type());
    AccessSettings settings = EmbedRules.merge(AccessSettings.none(), draft.accessSettings());
    Embed embed =
        new Embed(
            id,
            type,
            draft.name() == null ? id : draft.name(),
            dataApp,
            requireNonNull(draft.workspaceName()),
            requireNonNull(draft.dashboardId()),
            type == EmbedType.METRIC ? draft.metricId() : null,
            settings,
            now,
            now);

    return before -> {
      EmbedRules.checkShown(before, draft);
      EmbedRules.checkDatamart(before, settings);
      return before.with(embed);
    };
  }

  /** Changes the settings that the draft has and keeps the rest; this is how an embed moves. */
  public static UnaryOperator<Organization> update(
      String dataApp,
      @Nullable String embedId,
      @Nullable String name,
      @Nullable AccessDraft access,
      Instant now) {
    EmbedRef ref = new EmbedRef(dataApp, Require.text(embedId, "embedId"));
    Require.notEmpty(name, "name");
    EmbedRules.checkShape(access);

    return before -> {
      Embed old = before.embed(ref).orElseThrow(() -> Refusal.of(Problem.EMBED_ID_UNKNOWN));
      AccessSettings settings = EmbedRules.merge(old.accessSettings(), access);
      if (!EmbedRules.hasSameDatamart(old.accessSettings(), settings)) {
        EmbedRules.checkDatamart(before, settings);
      }
      return before.with(old.changed(name == null ? old.name() : name, settings, now));
    };
  }

  /** Gives an embed another name and, when asked to, its dashboard too. */
  public static UnaryOperator<Organization> rename(
      String dataApp,
      @Nullable String embedId,
      @Nullable String name,
      boolean isRenameDashboard,
      Instant now) {
    EmbedRef ref = new EmbedRef(dataApp, Require.text(embedId, "embedId"));
    String newName = Require.text(name, "name");

    return before -> {
      Embed old = before.embed(ref).orElseThrow(() -> Refusal.of(Problem.EMBED_ID_UNKNOWN));
      Organization renamed = before.with(old.changed(newName, old.accessSettings(), now));
      return isRenameDashboard ? withDashboardNamed(renamed, old, newName, now) : renamed;
    };
  }

  /** Removes an embed; its datamart stays. */
  public static UnaryOperator<Organization> delete(String dataApp, @Nullable String embedId) {
    EmbedRef ref = new EmbedRef(dataApp, Require.text(embedId, "embedId"));

    return before -> {
      if (before.embed(ref).isEmpty()) {
        throw Refusal.of(Problem.EMBED_NOT_FOUND);
      }
      return before.withoutEmbed(ref);
    };
  }

  private static Organization withDashboardNamed(
      Organization organization, Embed embed, String name, Instant now) {
    Workspace workspace = organization.workspaces().get(embed.workspaceName());
    Dashboard old = workspace == null ? null : workspace.dashboards().get(embed.dashboardId());
    return workspace == null || old == null
        ? organization
        : organization.with(workspace.with(new Dashboard(old.id(), name, old.createdAt(), now)));
  }
}
