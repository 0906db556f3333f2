package dev.datamart.conformance.checks.crosscutting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.spec.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Servers on which a change leaves something else than it should. */
public final class PredictionMutants {
  private PredictionMutants() {}

  public static List<Mutant> all() {
    return Arrays.stream(Operation.values())
        .filter(Operation::isChange)
        .map(PredictionMutants::mutant)
        .toList();
  }

  private static Mutant mutant(Operation operation) {
    String requirement = Contract.predicted(operation);
    Verb verb = Nouns.role(operation).noun().isSeen() ? Nouns.role(operation).verb() : Verb.CREATE;
    return switch (verb) {
      case CREATE, ROTATE, LIST, READ ->
          new Mutant(
              operation.id() + " takes the newest out of the list",
              requirement,
              "is gone",
              () -> hiding(operation));
      case CHANGE ->
          new Mutant(
              operation.id() + " says yes and changes nothing",
              requirement,
              "should be",
              () -> pretending(operation));
      case DELETE ->
          new Mutant(
              operation.id() + " says yes and deletes nothing",
              requirement,
              "is there",
              () -> pretending(operation));
    };
  }

  private static Fault pretending(Operation operation) {
    return Faults.pretends(ask -> ask.is(operation), "id", "x", "name", "x", "error", null);
  }

  /** What no list shows takes something of another kind with it. */
  private static Fault hiding(Operation operation) {
    Noun noun = Nouns.role(operation).noun();
    Operation list = noun.isSeen() ? noun.list() : Operation.LIST_EMBEDS;
    AtomicBoolean happened = new AtomicBoolean();
    return (ask, up) -> {
      var reply = up.send(ask);
      if (ask.is(operation) && reply.ok()) {
        happened.set(true);
      }
      return ask.is(list) && reply.ok() && happened.get()
          ? reply.edited(
              body -> {
                ArrayNode data = body.withArray("data");
                if (!data.isEmpty()) {
                  data.remove(data.size() - 1);
                }
              })
          : reply;
    };
  }
}
