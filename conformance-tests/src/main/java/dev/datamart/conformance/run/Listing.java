package dev.datamart.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.Blocked;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.context.Offer;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a server for what it has. */
record Listing(Offer offer, Tokens tokens) {
  /** The items of a list of named things; nothing where there is no such list. */
  Optional<Stream<JsonNode>> named(Operation list, String owner) {
    return ask(list, owner).map(Listing::items);
  }

  private static Stream<JsonNode> items(Exchange answer) {
    JsonNode data = answer.json().path("data");
    List<JsonNode> items = Json.stream(data).toList();
    boolean named = items.stream().allMatch(item -> item.path("name").isTextual());
    Blocked.unless(
        answer.isDone() && data.isArray() && named, answer, "200 with a list of named items");
    return items.stream();
  }

  /** Asks about something, or everything where it is empty; nothing where it cannot be asked. */
  Optional<Exchange> ask(Operation operation, String name) {
    Noun noun = Nouns.role(operation).noun();
    Call call = tokens.authorize(Call.of(operation, Family.KEBAB));
    String owner = noun.ownerArgument();
    Call whole = name.isEmpty() ? call : call.with(owner == null ? noun.argument() : owner, name);
    try {
      return Optional.of(offer.send(whole));
    } catch (NotApplicable unclaimed) {
      return Optional.empty();
    } catch (Blocked absent) {
      return Optional.empty();
    }
  }
}
