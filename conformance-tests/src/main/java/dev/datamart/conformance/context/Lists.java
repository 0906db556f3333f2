package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.model.Look;
import dev.datamart.conformance.model.Thing;
import dev.datamart.conformance.noun.Datamarts;
import dev.datamart.conformance.noun.Expected;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import dev.datamart.spec.TokenNeed;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * Reads lists through a door.
 *
 * @param isOurs which keys count of what the whole organization has
 */
record Lists(CheckSlot slot, Door door, Predicate<String> isOurs) {
  private static final int PAGE = 10;

  /** Notes what is there of a noun, of what belongs to data apps that of these alone. */
  void read(Noun noun, Collection<App> apps, Look look) {
    Operation operation = noun.list();
    boolean byKey = door.byKey() && operation.need() == TokenNeed.EITHER;
    Call list = door.call(operation).as(byKey ? slot.first().key() : slot.token(operation));
    String argument = noun.ownerArgument();
    if (noun.owner() == null) {
      read(noun, list, "", look);
      return;
    }
    for (App app : apps) {
      if (argument == null && !app.key().isEmpty()) {
        readOwned(noun, list.as(app.key()), app.name(), look);
      } else if (argument != null && !app.name().isEmpty()) {
        readOwned(noun, list.with(argument, app.name()), app.name(), look);
      }
    }
  }

  /** What belongs to a data app of the slot is changed by nobody else, so that pages hold still. */
  private void readOwned(Noun noun, Call list, String owner, Look look) {
    if (!door.inPages()) {
      read(noun, list, owner, look);
      return;
    }
    Call paged = list.with("isPagination", true);
    int size = PAGE;
    for (int page = 1; size == PAGE; page++) {
      size = read(noun, paged.with("pageNumber", page), owner, look);
    }
  }

  private int read(Noun noun, Call list, String owner, Look look) {
    look.scope().add(noun, owner);
    JsonNode items = RunContext.items(slot.run().offer().send(list));
    for (JsonNode item : items) {
      String key = item.path(noun.key()).asText();
      if (item.isObject() && (noun.owner() != null || isOurs.test(key))) {
        look.add(completed(new Thing(noun, key, owner, (ObjectNode) noun.known(item))));
      }
    }
    return items.size();
  }

  /** What is left out through the door is taken to be as predicted. */
  private Thing completed(Thing seen) {
    if (!door.leavesOutDetailsOf(seen.noun().list())) {
      return seen;
    }
    Thing known = slot.oracle().model().thing(seen.words());
    ObjectNode item = seen.item().deepCopy();
    for (String detail : Datamarts.DETAILS) {
      JsonNode predicted = known == null ? Expected.OPEN : known.item().get(detail);
      if (!item.has(detail) && predicted != null) {
        item.set(detail, predicted);
      }
    }
    return seen.showing(item);
  }
}
