package dev.datamart.conformance.checks.shared;

import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.DELETE_DATAMART;

import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that look names up and change things in two steps. */
public final class AtOnceMutants {
  private AtOnceMutants() {}

  public static List<Mutant> all() {
    return List.of(
        new Mutant(
            "deletes at once all succeed",
            "DM-DELETE-AT-ONCE-SUCCEEDS-ONCE",
            "exactly one",
            () -> racy(DELETE_DATAMART, "datamartName", "not found")),
        new Mutant(
            "creates at once all succeed",
            "DM-CREATE-AT-ONCE-SUCCEEDS-ONCE",
            "exactly one",
            () -> racy(CREATE_DATAMART, "name", "exists")),
        new Mutant(
            "data apps at once are all made",
            "DA-CREATE-AT-ONCE-SUCCEEDS-ONCE",
            "exactly one",
            () -> racy(CREATE_DATA_APP, "name", "exists")));
  }

  /** Says yes to whoever comes while the first is being served, and shortly after. */
  private static Fault racy(Operation operation, String member, String message) {
    Map<String, Long> firsts = new ConcurrentHashMap<>();
    return (ask, up) -> {
      if (!ask.is(operation)) {
        return up.send(ask);
      }
      String name = ask.argument(member);
      long now = System.nanoTime();
      long first = firsts.computeIfAbsent(name, unseen -> now);
      Reply reply = up.send(ask);
      boolean late = reply.json().at("/error/message").asText().contains(message);
      return late && now - first < 2_000_000_000L
          ? Reply.json(200, "id", name, "name", name, "error", null)
          : reply;
    };
  }
}
