package dev.datamart.conformance.checks.sequences;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Hindrance;
import dev.datamart.conformance.model.Look;
import dev.datamart.conformance.model.Model;
import dev.datamart.conformance.model.Thing;
import dev.datamart.conformance.noun.Datamarts;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import java.util.Optional;

/**
 * The second organization, which has one datamart of a name of the play, and none of what is played
 * in the first one.
 *
 * @param stem what all names of the play begin with
 * @param model what it has of these names
 */
record Neighbour(CheckContext context, String stem, Model model) {
  /** None where no second organization is known, or nothing can be made there. */
  static Optional<Neighbour> of(CheckContext context, String stem) {
    return Hindrance.ifAny(
        () -> {
          context.given().otherDatamart(shared(stem));
          Neighbour neighbour = new Neighbour(context, stem, new Model());
          neighbour.look().teach(neighbour.model);
          return neighbour;
        });
  }

  /** The name that both organizations have a datamart of. */
  static String shared(String stem) {
    return stem + "a";
  }

  /** Nothing came, went or changed there. */
  void isAsBefore() {
    Optional<String> difference = look().differenceFrom(model);
    context.demand(
        difference.isEmpty(),
        "the second organization has what it had before",
        difference.orElse(""));
  }

  private Look look() {
    Look look = new Look();
    look.scope().add(Datamarts.NOUN, "");
    Call list =
        context.call(Operation.LIST_DATAMARTS).as(context.run().tokens().otherServiceToken());
    context
        .listed()
        .items(list, "name")
        .forEach(
            (name, item) -> {
              if (name.startsWith(stem)) {
                ObjectNode known = (ObjectNode) Datamarts.NOUN.known(item);
                look.add(new Thing(Datamarts.NOUN, name, "", known));
              }
            });
    return look;
  }
}
