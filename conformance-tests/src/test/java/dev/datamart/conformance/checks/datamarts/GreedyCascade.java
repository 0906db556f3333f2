package dev.datamart.conformance.checks.datamarts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Operation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** Takes embeds along that are none of the datamart's, whoever they belong to. */
public final class GreedyCascade implements Fault {
  private final BiPredicate<String, String> alike;
  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  /**
   * @param alike whether the deleted name, given first, is taken for that of another datamart
   */
  GreedyCascade(BiPredicate<String, String> alike) {
    this.alike = alike;
  }

  @Override
  public Reply answer(Ask ask, Upstream upstream) {
    if (ask.is(Operation.CREATE_EMBED)) {
      keys.add(ask.authorization());
    }
    if (ask.is(Operation.DELETE_DATAMART)) {
      keys.forEach(key -> take(ask.as(key), upstream));
    }
    return upstream.send(ask);
  }

  private void take(Ask delete, Upstream upstream) {
    Reply embeds = upstream.send(delete.other(Operation.LIST_EMBEDS));
    for (JsonNode embed : embeds.json().path("data")) {
      String datamart = embed.at("/accessSettings/datamartName").asText();
      if (alike.test(delete.argument("datamartName"), datamart)) {
        upstream.send(
            delete.other(Operation.DELETE_EMBED, "embedId", embed.path("embedId").asText()));
      }
    }
  }
}
