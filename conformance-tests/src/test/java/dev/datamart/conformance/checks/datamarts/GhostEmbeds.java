package dev.datamart.conformance.checks.datamarts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Operation;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Forgets part of the cascade: embeds that should have gone with a datamart are still listed. */
public final class GhostEmbeds implements Fault {
  /** Which embed of a deleted datamart stays. */
  @FunctionalInterface
  public interface Survivor {
    boolean stays(JsonNode embed, Ask delete, String owner, int position);
  }

  private final Survivor survivor;
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final Map<String, Map<String, JsonNode>> ghosts = new ConcurrentHashMap<>();

  public GhostEmbeds(Survivor survivor) {
    this.survivor = survivor;
  }

  @Override
  public Reply answer(Ask ask, Upstream upstream) {
    if (ask.is(Operation.DELETE_DATAMART)) {
      keys.forEach(key -> haunt(key, ask, upstream));
      return upstream.send(ask);
    }
    Reply reply = upstream.send(ask);
    if (ask.is(Operation.CREATE_EMBED) && reply.ok()) {
      keys.add(ask.authorization());
    }
    if (ask.is(Operation.LIST_EMBEDS) && reply.ok()) {
      return reply.edited(
          body ->
              ghosts
                  .getOrDefault(ask.authorization(), Map.of())
                  .values()
                  .forEach(((ArrayNode) body.get("data"))::add));
    }
    return reply;
  }

  private void haunt(String key, Ask delete, Upstream upstream) {
    Reply list = upstream.send(delete.as(key).other(Operation.LIST_EMBEDS));
    int position = 0;
    for (JsonNode embed : list.json().path("data")) {
      String datamart = embed.at("/accessSettings/datamartName").asText();
      if (datamart.equals(delete.argument("datamartName"))
          && survivor.stays(embed, delete, key, position++)) {
        ghosts
            .computeIfAbsent(key, unseen -> new ConcurrentHashMap<>())
            .put(embed.path("embedId").asText(), embed);
      }
    }
  }
}
