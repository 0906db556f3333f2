package dev.datamart.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds and removes what a run left behind, by the beginning of its name. */
public final class Cleanup {
  private final Wire wire;
  private final Tokens tokens;
  private final String prefix;

  /**
   * @param runId a run's name, or empty for all runs
   */
  public Cleanup(Wire wire, Tokens tokens, String runId) {
    this.wire = wire;
    this.tokens = tokens;
    this.prefix = runId.isEmpty() ? "dck-" : "dck-" + runId + "-";
  }

  /** Removes and names what is there, and says what resists. */
  public List<String> remove() {
    List<String> lines = new ArrayList<>();
    for (String token : new String[] {tokens.service(), tokens.otherService()}) {
      if (token != null) {
        removeAll(lines, token, Operation.LIST_DATAMARTS, Operation.DELETE_DATAMART);
        removeAll(lines, token, Operation.LIST_DATA_APPS, Operation.DELETE_DATA_APP);
      }
    }
    String key = tokens.apiKey();
    if (key != null) {
      removeAll(lines, key, Operation.LIST_EMBEDS, Operation.DELETE_EMBED);
      removeAll(lines, key, Operation.LIST_DATAMARTS, Operation.DELETE_DATAMART);
    }
    return lines;
  }

  private void removeAll(List<String> lines, String token, Operation list, Operation removal) {
    Exchange all = wire.send(Call.of(list, Family.KEBAB).as(token));
    for (JsonNode item : all.json().path("data")) {
      String name = item.path("name").asText();
      if (name.startsWith(prefix)) {
        Exchange gone = wire.send(call(removal, item, name).as(token));
        lines.add((gone.ok() ? "removed " : "could not remove ") + kind(removal) + " " + name);
      }
    }
  }

  private static Call call(Operation removal, JsonNode item, String name) {
    Call call = Call.of(removal, Family.KEBAB);
    return switch (removal) {
      case DELETE_DATAMART -> call.with("datamartName", name);
      case DELETE_EMBED -> call.with("embedId", item.path("embedId").asText());
      default -> call.with("name", name);
    };
  }

  private static String kind(Operation removal) {
    return switch (removal) {
      case DELETE_DATAMART -> "datamart";
      case DELETE_EMBED -> "embed";
      default -> "data app";
    };
  }

  /** The name of what resisted, or null. */
  static @Nullable String resisted(String line) {
    return line.startsWith("could not remove ") ? line.substring(17) : null;
  }
}
