package dev.datamart.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Words for faults. */
public final class Faults {
  private Faults() {}

  /** Changes the answers that a condition picks. */
  public static Fault answers(BiPredicate<Ask, Reply> when, UnaryOperator<Reply> change) {
    return (ask, upstream) -> {
      Reply reply = upstream.send(ask);
      return when.test(ask, reply) ? change.apply(reply) : reply;
    };
  }

  /** Changes the successes of an operation. */
  public static Fault successes(Operation operation, UnaryOperator<Reply> change) {
    return answers((ask, reply) -> ask.is(operation) && reply.ok(), change);
  }

  /** Edits the JSON of the successes of an operation. */
  public static Fault edits(Operation operation, Consumer<ObjectNode> edit) {
    return successes(operation, reply -> reply.edited(edit));
  }

  /** Edits each item in the data of the successes of an operation. */
  public static Fault editsItems(Operation operation, Consumer<ObjectNode> edit) {
    return edits(
        operation, body -> body.path("data").forEach(item -> edit.accept((ObjectNode) item)));
  }

  /** Changes the refusals of an operation. */
  public static Fault refusals(Operation operation, UnaryOperator<Reply> change) {
    return answers((ask, reply) -> ask.is(operation) && reply.status() >= 400, change);
  }

  /** Answers success to what is refused. */
  public static Fault accepts(Operation operation, Predicate<Ask> when, Object... answer) {
    return (ask, upstream) -> {
      Reply reply = upstream.send(ask);
      return ask.is(operation) && !reply.ok() && reply.status() == 400 && when.test(ask)
          ? Reply.json(200, answer)
          : reply;
    };
  }

  /** Changes requests before they arrive. */
  public static Fault requests(Predicate<Ask> when, UnaryOperator<Ask> change) {
    return (ask, upstream) -> upstream.send(when.test(ask) ? change.apply(ask) : ask);
  }

  /** Says yes to requests and does nothing. */
  public static Fault pretends(Predicate<Ask> when, Object... answer) {
    return (ask, upstream) -> when.test(ask) ? Reply.json(200, answer) : upstream.send(ask);
  }

  /** Takes a name in a delete for the first existing one that it resembles. */
  public static Fault resembling(BiPredicate<String, String> alike) {
    return (ask, upstream) -> {
      if (!ask.is(Operation.DELETE_DATAMART)) {
        return upstream.send(ask);
      }
      String asked = ask.argument("datamartName");
      List<String> names = names(upstream.send(ask.other(Operation.LIST_DATAMARTS)));
      Optional<String> meant =
          names.contains(asked)
              ? Optional.of(asked)
              : names.stream().filter(name -> alike.test(asked, name)).findFirst();
      return upstream.send(meant.map(name -> ask.argument("datamartName", name)).orElse(ask));
    };
  }

  public static List<String> names(Reply list) {
    List<String> names = new ArrayList<>();
    for (JsonNode item : list.json().path("data")) {
      names.add(item.path("name").asText());
    }
    return names;
  }
}
