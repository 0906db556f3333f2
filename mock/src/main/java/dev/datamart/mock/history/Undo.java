package dev.datamart.mock.history;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedRef;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Brings back what a delete removed, and leaves alone what came after it. */
public final class Undo {

  private Undo() {}

  /**
   * Returns the state with what was removed between the two others.
   *
   * @param now the state to bring it back into; the very one after the delete, or a later one
   * @param before the state that the delete found
   * @param after the state that it left
   */
  public static Organization bringBack(Organization now, Organization before, Organization after) {
    if (now == after) {
      return before;
    }
    Organization result = now;
    for (Datamart datamart : before.datamarts()) {
      if (!after.datamarts().has(datamart.name()) && !now.datamarts().has(datamart.name())) {
        result = reconnected(result.with(datamart), before, datamart.name());
      }
    }
    for (DataApp app : before.dataApps()) {
      if (!after.dataApps().has(app.name()) && !now.dataApps().has(app.name())) {
        result = result.with(app.emptied());
        for (ApiToken key : app.apiKeys()) {
          result = result.with(key);
        }
      }
      result = withEmbeds(result, app, after);
    }
    return result;
  }

  private static Organization withEmbeds(Organization now, DataApp app, Organization after) {
    Organization result = now;
    for (Embed embed : app.embeds()) {
      EmbedRef ref = new EmbedRef(app.name(), embed.id());
      String datamart = embed.accessSettings().datamartName();
      boolean wasRemoved = after.embed(ref).isEmpty() && now.embed(ref).isEmpty();
      boolean hasGround = datamart == null || result.datamarts().has(datamart);
      if (wasRemoved && hasGround && result.dataApps().has(app.name())) {
        result = result.with(embed);
      }
    }
    return result;
  }

  private static Organization reconnected(
      Organization now, Organization before, String datamartName) {
    Organization result = now;
    for (String name : before.workspacesOn(datamartName)) {
      Workspace was = requireNonNull(before.workspaces().get(name));
      Workspace is = result.workspaces().get(name);
      if (is != null) {
        // In the order that they had, and those that came since behind them.
        Set<String> names = new LinkedHashSet<>(was.datamartNames());
        names.removeIf(n -> !n.equals(datamartName) && !is.datamartNames().contains(n));
        names.addAll(is.datamartNames());
        result = result.with(is.withDatamarts(List.copyOf(names)));
      }
    }
    return result;
  }
}
