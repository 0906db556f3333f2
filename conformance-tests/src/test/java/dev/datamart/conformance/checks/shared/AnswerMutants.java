package dev.datamart.conformance.checks.shared;

import static dev.datamart.spec.Operation.LIST_DATASOURCES;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_DASHBOARDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;

import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Servers that answer in another form. */
public final class AnswerMutants {
  private AnswerMutants() {}

  public static List<Mutant> all() {
    return Stream.concat(renaming(), incomplete()).toList();
  }

  private static Stream<Mutant> incomplete() {
    return Stream.of(
        forgetful(LIST_DATASOURCES, 2),
        forgetful(LIST_WORKSPACES, 1),
        forgetful(LIST_WORKSPACE_DASHBOARDS, 1),
        forgetful(LIST_WORKSPACE_METRICS, 1));
  }

  /** Lists nothing once a caller has asked the same that often, as a run does first. */
  private static Mutant forgetful(Operation list, int times) {
    return new Mutant(
        list.id() + " is empty after a while",
        Contract.root(list),
        "on which this run builds",
        () -> {
          Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
          return Faults.answers(
              (ask, reply) ->
                  ask.is(list)
                      && reply.ok()
                      && asked
                              .computeIfAbsent(
                                  ask.authorization() + ask.arguments(),
                                  unseen -> new AtomicInteger())
                              .incrementAndGet()
                          > times,
              reply -> reply.edited(body -> body.putArray("data")));
        });
  }

  private static Stream<Mutant> renaming() {
    return Stream.of(Operation.values()).map(AnswerMutants::renamed);
  }

  private static Mutant renamed(Operation operation) {
    String member = told(operation);
    return new Mutant(
        operation.id() + " renames the member " + member,
        Contract.root(operation),
        "",
        () -> Faults.edits(operation, body -> body.set("other", body.remove(member))));
  }

  /** The last member that an answer must have, which tells the most. */
  private static String told(Operation operation) {
    return operation.response().members().stream()
        .filter(Member::isRequired)
        .map(Member::name)
        .reduce((one, other) -> other)
        .orElseThrow();
  }
}
