package dev.datamart.conformance.checks.sequences;

import static dev.datamart.conformance.checks.sequences.Twisted.refused;
import static dev.datamart.conformance.checks.sequences.Twisted.same;
import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.NearNames;
import dev.datamart.conformance.checks.shared.Strangers;
import dev.datamart.conformance.context.Hindrance;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.noun.Datamarts;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls that name what is not there: nothing, nearly something, or something of others. */
final class NameTwists {
  /** A name that is nearly one of a noun's, at a member. */
  private record Near(String pointer, Noun noun, Problem problem) {}

  static final Map<Operation, Near> NEAR =
      Map.ofEntries(
          entry(
              Operation.DELETE_DATAMART,
              new Near("/datamartName", Datamarts.NOUN, Problem.DATAMART_NOT_FOUND)),
          entry(
              Operation.UPDATE_DATAMART,
              new Near("/datamartName", Datamarts.NOUN, Problem.DATAMART_NOT_FOUND)),
          entry(
              Operation.CREATE_EMBED,
              new Near(
                  "/accessSettings/datamartName", Datamarts.NOUN, Problem.EMBED_DATAMART_UNKNOWN)),
          entry(
              Operation.DELETE_DATA_APP,
              new Near("/name", DataApps.NOUN, Problem.DATA_APP_NOT_FOUND)),
          entry(
              Operation.CREATE_API_TOKEN,
              new Near("/dataAppName", DataApps.NOUN, Problem.DATA_APP_NOT_FOUND)));

  /** Lists in which the second organization may have names of its own. */
  static final Map<Operation, Operation> OF_OTHERS =
      Map.of(
          Operation.GET_DATASOURCE_SCHEMA, Operation.LIST_DATASOURCES,
          Operation.LIST_WORKSPACE_DASHBOARDS, Operation.LIST_WORKSPACES,
          Operation.LIST_WORKSPACE_METRICS, Operation.LIST_WORKSPACES,
          Operation.LIST_DASHBOARD_METRICS, Operation.LIST_WORKSPACES,
          Operation.CREATE_EMBED, Operation.LIST_WORKSPACES);

  private NameTwists() {}

  static Twisted unknown(Call call, Moment moment) {
    List<Unknown> some =
        Unknown.BY_OPERATION.getOrDefault(call.operation(), List.of()).stream()
            .filter(each -> !call.arguments().at(each.at(call)).isMissingNode())
            .toList();
    if (some.isEmpty()) {
      return same(call);
    }
    Unknown chosen = moment.one(some);
    Call other = call.with(chosen.at(call), moment.context().unused());
    // They would name what is not there any more.
    return new Twisted(
        other.without("tenancySettings").without("relationships"), chosen.problems());
  }

  /** A name that nothing has, and that something nearly has. */
  static Twisted near(Call call, Moment moment) {
    Near near = requireNonNull(NEAR.get(call.operation()));
    List<String> names =
        moment.model().all(near.noun()).stream()
            .map(thing -> thing.key())
            // Names of others are left alone: nearly theirs may be theirs as well.
            .filter(key -> key.startsWith(moment.stem()))
            .toList();
    if (names.isEmpty() || call.arguments().at(near.pointer()).isMissingNode()) {
      return same(call);
    }
    String name = moment.one(List.copyOf(NearNames.of(moment.one(names)).values()));
    boolean isThere = names.contains(name) || name.equals(Neighbour.shared(moment.stem()));
    return isThere ? same(call) : refused(call.with(near.pointer(), name), near.problem());
  }

  /** The name of what the second organization has alone. */
  static Twisted ofOthers(Call call, Moment moment) {
    Operation list = requireNonNull(OF_OTHERS.get(call.operation()));
    String pointer = list == Operation.LIST_DATASOURCES ? "datasourceName" : "workspaceName";
    Set<Problem> problems =
        switch (call.operation()) {
          case GET_DATASOURCE_SCHEMA -> Set.of(Problem.DATASOURCE_UNKNOWN);
          case CREATE_EMBED -> Set.of(Problem.WORKSPACE_UNKNOWN, Problem.DASHBOARD_UNKNOWN);
          default -> Set.of(Problem.WORKSPACE_ID_UNKNOWN);
        };
    if (moment.context().run().tokens().otherService() == null) {
      return same(call);
    }
    return Hindrance.ifAny(() -> Strangers.nameIn(moment.context(), list))
        .map(name -> new Twisted(call.with(pointer, name), problems))
        .orElseGet(() -> same(call));
  }

  /** A tenant column of what is no table of a datamart that has one for each table. */
  static Twisted tenancyOfNoTable(Call call, Moment moment) {
    String name = call.arguments().at("/accessSettings/datamartName").asText();
    boolean isByTable =
        moment
            .model()
            .find(Datamarts.NOUN, name)
            .map(datamart -> datamart.item().at("/datamartOrganization/tenancyLevel").asText())
            .filter("TABLE"::equals)
            .isPresent();
    if (!isByTable) {
      return same(call);
    }
    ObjectNode good = Drafts.tenancyOfTable(moment.context());
    ObjectNode bad = Json.object("name", moment.context().unused(), "clientColumn", "x");
    ArrayNode tables = moment.random().nextBoolean() ? Json.array(good, bad) : Json.array(bad);
    return refused(
        call.with("/accessSettings/tableTenancySettings", tables),
        Problem.DATAMART_TABLE_NOT_FOUND);
  }
}
