package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.noun.Datamarts;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What lists show, read whole for a check, in the family of fixtures where none is named. */
public record Listed(CheckContext context) {
  /** Items of an unpaged list, by the text at a member; blocks when the list cannot be had. */
  public Map<String, JsonNode> items(Call list, String member) {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    RunContext.items(context.send(list))
        .forEach(item -> items.put(item.path(member).asText(), item));
    return items;
  }

  /** All datamarts of the organization by name. */
  public Map<String, JsonNode> datamarts() {
    return items(context.fixture(Operation.LIST_DATAMARTS), "name");
  }

  /** The embeds of a data app by id. */
  public Map<String, JsonNode> embeds(App app) {
    return items(context.fixture(Operation.LIST_EMBEDS).as(app.key()), "embedId");
  }

  /** The listed datamart of that name; it is a violation when there is none. */
  public JsonNode datamart(String name) {
    return one(Datamarts.NOUN, datamarts(), name);
  }

  /** The listed embed of that id in the first data app; it is a violation when there is none. */
  public JsonNode embed(String id) {
    return one(Embeds.NOUN, embeds(context.app()), id);
  }

  private JsonNode one(Noun noun, Map<String, JsonNode> items, String key) {
    JsonNode item = items.get(key);
    if (item == null) {
      throw context.fail(noun.described(key) + " is listed", "it is not");
    }
    return item;
  }
}
