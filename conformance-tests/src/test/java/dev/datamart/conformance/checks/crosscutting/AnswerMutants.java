package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATA_APP;
import static dev.datamart.spec.Operation.DELETE_EMBED;
import static dev.datamart.spec.Operation.GET_DATASOURCE_SCHEMA;
import static dev.datamart.spec.Operation.LIST_API_TOKENS;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_DATASOURCES;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_DASHBOARDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;
import static dev.datamart.spec.Operation.RENAME_EMBED;
import static dev.datamart.spec.Operation.ROTATE_API_TOKEN;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Servers that answer in another form. */
public final class AnswerMutants {
  private AnswerMutants() {}

  private static final Map<Operation, String> MEMBERS =
      Map.ofEntries(
          Map.entry(LIST_DATAMARTS, "data"),
          Map.entry(CREATE_DATAMART, "id"),
          Map.entry(UPDATE_DATAMART, "id"),
          Map.entry(LIST_EMBEDS, "data"),
          Map.entry(CREATE_EMBED, "id"),
          Map.entry(UPDATE_EMBED, "id"),
          Map.entry(RENAME_EMBED, "name"),
          Map.entry(DELETE_EMBED, "id"),
          Map.entry(LIST_DATA_APPS, "data"),
          Map.entry(CREATE_DATA_APP, "name"),
          Map.entry(DELETE_DATA_APP, "name"),
          Map.entry(LIST_API_TOKENS, "data"),
          Map.entry(CREATE_API_TOKEN, "key"),
          Map.entry(ROTATE_API_TOKEN, "key"),
          Map.entry(LIST_DATASOURCES, "data"),
          Map.entry(GET_DATASOURCE_SCHEMA, "data"),
          Map.entry(LIST_WORKSPACES, "data"),
          Map.entry(LIST_WORKSPACE_DASHBOARDS, "data"),
          Map.entry(LIST_WORKSPACE_METRICS, "data"));

  public static List<Mutant> all() {
    return Stream.concat(renaming(), incomplete()).toList();
  }

  private static Stream<Mutant> incomplete() {
    return Stream.of(
        forgetful(LIST_DATASOURCES, 2),
        forgetful(LIST_WORKSPACES, 1),
        forgetful(LIST_WORKSPACE_DASHBOARDS, 1),
        forgetful(LIST_WORKSPACE_METRICS, 1),
        new Mutant(
            "a schema is counted wrong",
            "DS-SCHEMA-COUNTS-ARE-TRUE",
            "columnCount",
            () ->
                Faults.edits(
                    GET_DATASOURCE_SCHEMA,
                    body -> ((ObjectNode) body.path("data")).put("columnCount", 1))),
        new Mutant(
            "workspaces come without error null",
            Contract.root(LIST_WORKSPACES),
            "error",
            () -> Faults.edits(LIST_WORKSPACES, body -> body.remove("error"))));
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
    return Stream.of(Operation.values())
        .filter(MEMBERS::containsKey)
        .map(
            operation ->
                new Mutant(
                    operation.id() + " renames the member " + MEMBERS.get(operation),
                    Contract.root(operation),
                    "",
                    () ->
                        Faults.edits(
                            operation,
                            body -> body.set("other", body.remove(MEMBERS.get(operation))))));
  }
}
