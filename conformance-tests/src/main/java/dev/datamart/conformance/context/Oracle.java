package dev.datamart.conformance.context;

import dev.datamart.conformance.model.Look;
import dev.datamart.conformance.model.Model;
import dev.datamart.conformance.noun.ApiTokens;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what lists show against what the model predicts, in the part of the server that one check
 * at a time works in.
 */
final class Oracle {
  private static final long DURING_CHANGE = -1;

  private final Tokens tokens;
  private final Model model = new Model();
  private final List<Exchange> unseen = new ArrayList<>();
  private int onTheWay;
  private long sendings;
  private boolean isLost;

  Oracle(Tokens tokens) {
    this.tokens = tokens;
  }

  Model model() {
    return model;
  }

  /** A change is about to be sent; the order of those that are on the way together is open. */
  synchronized void sends() {
    onTheWay++;
    sendings++;
    isLost |= onTheWay > 1;
  }

  /** A change was answered, or never will be. */
  synchronized void sent(boolean isAnswered) {
    onTheWay--;
    isLost |= !isAnswered;
  }

  /** Learns from an exchange of a check what must be on the server now. */
  synchronized void hear(Exchange exchange) {
    if (exchange.call().operation().isChange()) {
      unseen.add(exchange);
    }
    hearAside(exchange);
  }

  /** The same of an exchange that makes what checks build on: no difference is put down to it. */
  synchronized void hearAside(Exchange exchange) {
    if (exchange.call().operation().isChange()) {
      isLost |= isOurs(exchange.call()) && !model.take(exchange);
    }
  }

  /** To any other token the organization must not be there. */
  private boolean isOurs(Call call) {
    String token = Model.token(call);
    return token.equals(tokens.service())
        || token.equals(tokens.apiKey())
        || model.find(ApiTokens.NOUN, token).isPresent();
  }

  /** Whether nothing can be predicted before everything was seen once more. */
  synchronized boolean isLost() {
    return isLost;
  }

  /** Those of some data apps that a change since the last look was about. */
  synchronized List<App> named(List<App> apps) {
    Set<String> names = new HashSet<>();
    for (Exchange exchange : unseen) {
      Call call = exchange.call();
      names.add(model.app(call));
      names.add(call.arguments().path("dataAppName").asText());
      names.add(call.arguments().path("name").asText());
    }
    return apps.stream().filter(app -> names.contains(app.name())).toList();
  }

  /** Whether something was changed, or should not have been, and nobody has looked since. */
  synchronized boolean isDue() {
    return !unseen.isEmpty();
  }

  /**
   * Whether a call could hide what an accepted change did wrong before anybody has looked. What
   * makes a new thing hides nothing.
   */
  synchronized boolean isHiddenBy(Call call) {
    return Nouns.role(call.operation()).verb() != Verb.CREATE
        && onTheWay == 0
        && unseen.stream().anyMatch(Exchange::isDone);
  }

  /** What {@link #judge} has to be told of the moment when its look began. */
  synchronized long moment() {
    return onTheWay > 0 ? DURING_CHANGE : sendings;
  }

  /**
   * What a look shows that is not as predicted, if anything; from then on it is taken as it is.
   *
   * @param door through which it was looked
   * @param begun when the look began: one with a change on the way shows no state that can be told
   */
  synchronized Optional<Finding> judge(Look look, long begun, Door door) {
    boolean isBlurred = begun != moment() || onTheWay > 0;
    isLost |= isBlurred;
    Optional<Finding> finding =
        isLost || unseen.isEmpty()
            ? Optional.empty()
            : look.differenceFrom(model).map(words -> finding(words + " (" + door.words() + ")"));
    look.teach(model);
    isLost = isBlurred;
    unseen.clear();
    return finding;
  }

  private Finding finding(String difference) {
    Exchange last = unseen.get(unseen.size() - 1);
    return new Finding(
        "afterwards all is there that the contract predicts, and nothing else",
        difference,
        last,
        unseen.size() == 1 ? List.of() : unseen);
  }
}
