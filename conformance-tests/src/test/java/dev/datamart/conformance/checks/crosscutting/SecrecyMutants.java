package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Servers that refuse a stranger's name as they should, and let slip that there is one. */
public final class SecrecyMutants {
  private SecrecyMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "a message tells that a datamart is a stranger's",
            "the message",
            slips(
                DELETE_DATAMART,
                LIST_DATAMARTS,
                ask -> ask.argument("datamartName"),
                r -> said(r, "message", "Datamart not found in your organization"))),
        mutant(
            "a header tells that a data app is a stranger's",
            "the headers",
            slips(
                CREATE_API_TOKEN,
                LIST_DATA_APPS,
                ask -> ask.argument("dataAppName"),
                r -> r.header("x-owner", "another"))),
        mutant(
            "a member tells that an embedded datamart is a stranger's",
            "the members of error",
            slips(
                CREATE_EMBED,
                LIST_DATAMARTS,
                ask -> ask.arguments().at("/accessSettings/datamartName").asText(),
                r -> said(r, "reason", "forbidden"))),
        mutant(
            "a code tells that a datamart is a stranger's",
            "the code",
            slips(
                DELETE_DATAMART,
                LIST_DATAMARTS,
                ask -> ask.argument("datamartName"),
                r -> said(r, "code", "AUTHENTICATION_ERROR"))));
  }

  /** Changes the refusals of names that the second organization has. */
  private static Fault slips(
      Operation refused, Operation list, Function<Ask, String> name, UnaryOperator<Reply> slip) {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (!ask.is(refused) || reply.ok()) {
        return reply;
      }
      Ask theirs = ask.other(list).as("Bearer " + TheMock.OTHER_SERVICE_TOKEN);
      return Faults.names(up.send(theirs)).contains(name.apply(ask)) ? slip.apply(reply) : reply;
    };
  }

  private static Reply said(Reply refusal, String member, String text) {
    return refusal.edited(body -> ((ObjectNode) body.get("error")).put(member, text));
  }

  private static Mutant mutant(String name, String sentence, Fault fault) {
    return new Mutant(name, "AUTH-NAMES-OF-OTHERS-STAY-SECRET", sentence, () -> fault);
  }
}
