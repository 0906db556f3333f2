package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Schema;
import dev.datamart.spec.TokenNeed;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that the API knows.
 *
 * @param word what people call it
 * @param key member of its list items that tells one from another
 * @param argument what requests name one by
 * @param answered member in which the answer to its create tells the key; null when the request
 *     chose it
 * @param owner what each belongs to and goes with; null for the organization
 * @param ownerArgument what its list names the owner by; null when the token tells
 * @param reference the noun that it refers to and goes with, beside its owner; null for none
 * @param mayComeWithOwner whether a server may make one by itself for a new owner
 * @param place where its owner's list item shows it as well; null for nowhere
 */
@RecordBuilder
public record Noun(
    String word,
    String key,
    String argument,
    @Nullable String answered,
    @Nullable Noun owner,
    @Nullable String ownerArgument,
    @Nullable Reference reference,
    boolean mayComeWithOwner,
    @Nullable Place place)
    implements NounBuilder.With {

  /**
   * That things of this noun go with one of another.
   *
   * @param pointer where the list item names that one
   */
  public record Reference(Noun noun, String pointer) {}

  /**
   * Where the list item of the owner shows things of this noun, by key and name.
   *
   * @param count the member that says how many
   */
  public record Place(String list, String count) {}

  /** A noun of the organization whose keys are chosen by who makes it. */
  static Noun of(String word, String key, String argument) {
    return new Noun(word, key, argument, null, null, null, null, false, null);
  }

  /** The operation that does this to it, if one does; the first of several. */
  public Optional<Operation> operation(Verb verb) {
    return Arrays.stream(Operation.values())
        .filter(operation -> Nouns.role(operation).verb() == verb)
        .filter(operation -> Nouns.role(operation).noun().equals(this))
        .findFirst();
  }

  public Operation list() {
    return operation(Verb.LIST).orElseThrow();
  }

  public Operation create() {
    return operation(Verb.CREATE).orElseThrow();
  }

  public boolean isMade() {
    return operation(Verb.CREATE).isPresent();
  }

  /** Whether any list shows it: a token may be handed out and never be seen again. */
  public boolean isListed() {
    return operation(Verb.LIST).isPresent();
  }

  /** Whether what a run makes of it can be seen. */
  public boolean isSeen() {
    return isMade() && isListed();
  }

  /** Whether what is left of it can be found; what is listed owner by owner goes with its owner. */
  public boolean isSwept() {
    return isListed() && ownerArgument == null && operation(Verb.DELETE).isPresent();
  }

  /** Whether only a service token sees it or, where nothing lists it, makes it. */
  public boolean isAdministered() {
    return operation(Verb.LIST)
        .or(() -> operation(Verb.CREATE))
        .filter(operation -> operation.need() == TokenNeed.SERVICE)
        .isPresent();
  }

  /** Arguments that make a new one. */
  public ObjectNode draft(Stock stock) {
    return Nouns.role(create()).valid().apply(stock);
  }

  /** The key of what an exchange made, wanted or not; null when it was not told. */
  public @Nullable String made(Exchange exchange) {
    return answered == null
        ? Json.text(exchange.call().arguments(), "/" + key)
        : Json.text(exchange.json(), "/" + answered);
  }

  /** One of it in words. */
  public String described(String itsKey) {
    return word + (answered == null ? " \"" + itsKey + "\"" : " " + itsKey);
  }

  /** One of it in words that no other thing has; keys of owners are told where lists need them. */
  public String described(String itsKey, String ownersKey) {
    Noun told = ownerArgument == null ? null : owner;
    return described(itsKey) + (told == null ? "" : " of " + told.described(ownersKey));
  }

  /**
   * A list item without what the contract does not know. The rest is the server's own business and
   * may vary from answer to answer, such as a counter or a signed address, so that comparisons
   * leave it out.
   */
  public JsonNode known(JsonNode item) {
    return known(isListed() ? list().response().item() : null, item);
  }

  /** The same for the value of a member of an item. */
  public JsonNode known(String member, JsonNode value) {
    return known(Json.object(member, value)).path(member);
  }

  private static JsonNode known(@Nullable Schema schema, JsonNode tree) {
    if (tree instanceof ArrayNode list) {
      ArrayNode kept = Json.array();
      list.forEach(item -> kept.add(known(schema, item)));
      return kept;
    }
    if (schema == null || !tree.isObject()) {
      return tree;
    }
    ObjectNode kept = Json.object();
    for (Member member : schema.members()) {
      JsonNode value = tree.get(member.name());
      // An ID of the server's own may stand beside what names the thing: nothing is said of it.
      if (value != null && !member.isWriteOnly() && !member.name().equals("id")) {
        kept.set(member.name(), known(member.of(), value));
      }
    }
    return kept;
  }
}
