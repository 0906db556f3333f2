package dev.datamart.mock.history;

import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedRef;
import dev.datamart.mock.domain.Organization;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the delete of a datamart would take along.
 *
 * @param embeds by data app
 * @param workspaces those that would be left without their connection
 */
public record Impact(
    String datamartName,
    int embedCount,
    Map<String, List<DependentEmbed>> embeds,
    List<String> workspaces) {

  /** One embed that would be gone. */
  public record DependentEmbed(String embedId, String name) {}

  /** Returns the impact on an organization that has that datamart. */
  public static Impact of(Organization organization, String datamartName) {
    Map<String, List<DependentEmbed>> embeds = new TreeMap<>();
    int count = 0;
    for (EmbedRef ref : organization.embedsOn(datamartName)) {
      Embed embed = organization.embed(ref).orElseThrow();
      embeds
          .computeIfAbsent(ref.dataAppName(), app -> new ArrayList<>())
          .add(new DependentEmbed(embed.id(), embed.name()));
      count++;
    }
    embeds.values().forEach(list -> list.sort(Comparator.comparing(DependentEmbed::embedId)));
    List<String> workspaces = organization.workspacesOn(datamartName).stream().sorted().toList();
    return new Impact(datamartName, count, embeds, workspaces);
  }
}
