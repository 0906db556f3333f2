package dev.datamart.conformance.checks.sequences;

import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What should be there after the steps drawn so far, in symbols: so that steps meet something. What
 * a step was about last is the last of its kind.
 */
final class Alive {
  /** An embed, by the token that made it and the datamart that it shows. */
  record Embed(String actor, String datamart) {}

  private final Set<String> datamarts = new LinkedHashSet<>();
  private final Map<String, Embed> embeds = new LinkedHashMap<>();
  private final Set<String> apps = new LinkedHashSet<>();
  private final Map<String, String> tokens = new HashMap<>();

  List<String> datamarts() {
    return List.copyOf(datamarts);
  }

  List<String> embeds() {
    return List.copyOf(embeds.keySet());
  }

  List<String> apps() {
    return List.copyOf(apps);
  }

  List<String> tokens() {
    return tokens.keySet().stream().sorted().toList();
  }

  /** Embeds that a token made. */
  List<String> embedsOf(String actor) {
    return embeds.entrySet().stream()
        .filter(each -> each.getValue().actor().equals(actor))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whose token made an embed; that of the first data app when nothing is known of it. */
  String actor(String embed) {
    Embed known = embeds.get(embed);
    return known == null ? "first" : known.actor();
  }

  /** Takes a step for accepted. */
  void take(Step step) {
    String made = Symbols.made(step.number());
    String name = step.arguments().path("name").asText();
    String datamart = step.arguments().path("datamartName").asText();
    String embed = step.arguments().path("embedId").asText();
    String shown = step.arguments().at("/accessSettings/datamartName").asText();
    if (step.operation() == Operation.CREATE_DATAMART) {
      datamarts.add(name);
    } else if (step.operation() == Operation.DELETE_DATAMART) {
      datamarts.remove(datamart);
      embeds.values().removeIf(each -> each.datamart().equals(datamart));
    } else if (step.operation() == Operation.CREATE_EMBED && datamarts.contains(shown)) {
      touch(made, new Embed(step.actor(), shown));
    } else if (step.operation() == Operation.UPDATE_EMBED && datamarts.contains(shown)) {
      if (embeds.containsKey(embed)) {
        touch(embed, new Embed(actor(embed), shown));
      }
    } else if (step.operation() == Operation.RENAME_EMBED) {
      Embed known = embeds.get(embed);
      if (known != null) {
        touch(embed, known);
      }
    } else if (step.operation() == Operation.DELETE_EMBED) {
      embeds.remove(embed);
    } else if (step.operation() == Operation.CREATE_DATA_APP) {
      apps.add(name);
    } else if (step.operation() == Operation.CREATE_API_TOKEN) {
      tokens.put(made, step.arguments().path("dataAppName").asText());
    } else if (step.operation() == Operation.DELETE_DATA_APP) {
      end(name);
    }
  }

  private void touch(String id, Embed embed) {
    embeds.remove(id);
    embeds.put(id, embed);
    datamarts.remove(embed.datamart());
    datamarts.add(embed.datamart());
  }

  private void end(String app) {
    apps.remove(app);
    List<String> gone = new ArrayList<>(tokens.keySet());
    gone.removeIf(token -> !app.equals(tokens.get(token)));
    gone.forEach(tokens::remove);
    embeds.values().removeIf(each -> gone.contains(each.actor()));
  }
}
