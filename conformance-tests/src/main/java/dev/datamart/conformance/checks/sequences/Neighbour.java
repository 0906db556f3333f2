package dev.datamart.conformance.checks.sequences;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Hindrance;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Optional;

/**
 * The second organization, which has one datamart of a name of the play, and none of what is played
 * in the first one.
 *
 * @param stem what all names of the play begin with
 * @param before what the second organization lists of these names, before the play
 */
record Neighbour(CheckContext context, String stem, List<JsonNode> before) {
  /** None where no second organization is known, or nothing can be made there. */
  static Optional<Neighbour> of(CheckContext context, String stem) {
    return Hindrance.ifAny(
        () -> {
          context.given().otherDatamart(shared(stem));
          return new Neighbour(context, stem, listed(context, stem));
        });
  }

  /** The name that both organizations have a datamart of. */
  static String shared(String stem) {
    return stem + "a";
  }

  /** Nothing came, went or changed there. */
  void isAsBefore() {
    List<JsonNode> now = listed(context, stem);
    context.demand(
        now.equals(before), "the second organization still lists " + before, "it lists " + now);
  }

  private static List<JsonNode> listed(CheckContext context, String stem) {
    Call list =
        context.call(Operation.LIST_DATAMARTS).as(context.run().tokens().otherServiceToken());
    return Json.stream(context.expect(context.send(list)).list())
        .filter(item -> item.path("name").asText().startsWith(stem))
        .toList();
  }
}
