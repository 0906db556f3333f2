package dev.datamart.conformance.checks.sequences;

import dev.datamart.conformance.checks.shared.Headers;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What only this contract says of an answer that is right by all that is documented. */
final class Decisions {
  private Decisions() {}

  static void refused(CheckContext context, Exchange answer, Set<Problem> reasons) {
    Set<String> codes =
        reasons.stream()
            .map(reason -> reason.status() + " " + reason.code())
            .collect(Collectors.toSet());
    context.demand(
        codes.contains(answer.status() + " " + answer.code()),
        String.join(" or ", codes),
        answer.summary());
    context.demand(
        reasons.stream().anyMatch(context.expect(answer)::says),
        "message \"" + reasons.iterator().next().message() + "\"",
        "message \"" + answer.message() + "\"");
    if (answer.status() == 401) {
      String challenge = Headers.all(answer, "www-authenticate");
      context.demand(challenge.startsWith("Bearer"), "a header WWW-Authenticate", challenge);
    }
    if (answer.status() == 405) {
      String known = answer.call().operation().method(answer.call().family());
      String allowed = Headers.all(answer, "allow");
      context.demand(allowed.contains(known), "a header Allow with " + known, allowed);
    }
  }

  static void accepted(CheckContext context, Exchange answer, List<Exchange> history) {
    if (answer.call().family().isDeprecated()) {
      Headers.tellDeprecation(context, answer);
    }
    boolean isOfEmbeds = answer.call().operation() == Operation.LIST_DASHBOARDS;
    Noun noun = isOfEmbeds ? Embeds.NOUN : Nouns.role(answer.call().operation()).noun();
    if (Nouns.role(answer.call().operation()).verb() == Verb.LIST && noun.isMade()) {
      List<String> shown = Shows.keys(noun, answer.json().path("data"));
      List<String> made = new ArrayList<>(made(noun, history));
      made.retainAll(shown);
      shown.retainAll(made);
      context.demand(made.equals(shown), "in creation order " + made, shown.toString());
    }
  }

  /** Keys in the order in which they were made, those that were made again at their last place. */
  private static List<String> made(Noun noun, List<Exchange> history) {
    List<String> made = new ArrayList<>();
    for (Exchange exchange : history) {
      if (exchange.ok() && exchange.call().operation() == noun.create()) {
        String key = String.valueOf(noun.made(exchange));
        made.remove(key);
        made.add(key);
      }
    }
    return made;
  }
}
