package dev.datamart.mock.history;

import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.history.Difference.Change;
import dev.datamart.mock.history.Difference.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the delete of a datamart would take along.
 *
 * @param embeds by data app
 * @param workspaces those that would be left without their connection
 * @param others what else would be gone, by the word of its kind; null when nothing would
 */
public record Impact(
    String datamartName,
    int embedCount,
    Map<String, List<DependentEmbed>> embeds,
    List<String> workspaces,
    @Nullable Map<String, List<String>> others) {

  public record DependentEmbed(String embedId, String name) {}

  /** Returns the impact on an organization that has that datamart. */
  public static Impact of(Organization now, String datamartName) {
    Difference made = Difference.between(now, now.without(Kind.DATAMART, datamartName));
    Map<String, List<DependentEmbed>> embeds = new TreeMap<>();
    Map<String, List<String>> others = new TreeMap<>();
    int count = 0;
    for (Item gone : made.removed()) {
      if (gone.kind().equals(Kind.EMBED.word()) && gone.in() != null) {
        Embed embed = Objects.requireNonNull(now.of(Kind.EMBED, gone.in()).get(gone.name()));
        embeds
            .computeIfAbsent(gone.in(), app -> new ArrayList<>())
            .add(new DependentEmbed(embed.id(), embed.name()));
        count++;
      } else if (!gone.kind().equals(Kind.DATAMART.word())) {
        others.computeIfAbsent(gone.kind(), kind -> new ArrayList<>()).add(gone.name());
      }
    }
    embeds.values().forEach(list -> list.sort(Comparator.comparing(DependentEmbed::embedId)));
    List<String> workspaces =
        made.changed().stream()
            .filter(change -> change.kind().equals(Kind.WORKSPACE.word()))
            .map(Change::name)
            .sorted()
            .toList();
    return new Impact(datamartName, count, embeds, workspaces, others.isEmpty() ? null : others);
  }
}
