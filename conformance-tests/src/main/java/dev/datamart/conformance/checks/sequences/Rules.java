package dev.datamart.conformance.checks.sequences;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.model.Model;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.noun.Datamarts;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Why a call that is well said must be refused, as things stand. Where several rules speak against
 * it, nothing says which is told.
 *
 * @param dead tokens that were issued in the play and are good for nothing any more
 */
record Rules(Model model, Set<String> dead) {
  /**
   * How those are refused who name something of another organization, or its tables, which their
   * own datasource may not have.
   */
  static final Map<Operation, Set<Problem>> STRANGERS =
      Map.ofEntries(
          entry(
              Operation.UPDATE_DATAMART,
              Set.of(Problem.DATAMART_NOT_FOUND, Problem.TABLE_UNKNOWN, Problem.COLUMN_UNKNOWN)),
          entry(Operation.DELETE_DATAMART, Set.of(Problem.DATAMART_NOT_FOUND)),
          entry(
              Operation.UPDATE_EMBED,
              Set.of(Problem.EMBED_ID_UNKNOWN, Problem.EMBED_DATAMART_UNKNOWN)),
          entry(Operation.RENAME_EMBED, Set.of(Problem.EMBED_ID_UNKNOWN)),
          entry(Operation.DELETE_EMBED, Set.of(Problem.EMBED_NOT_FOUND)),
          entry(Operation.QUERY_METRIC, Set.of(Problem.QUERY_EMBED_UNKNOWN)),
          entry(Operation.LIST_METRICS, Set.of(Problem.EMBED_PARAM_UNKNOWN)),
          entry(Operation.DELETE_DATA_APP, Set.of(Problem.DATA_APP_NOT_FOUND)),
          entry(Operation.CREATE_API_TOKEN, Set.of(Problem.DATA_APP_NOT_FOUND)),
          entry(Operation.LIST_API_TOKENS, Set.of(Problem.DATA_APP_NOT_FOUND)));

  /** All reasons that speak against the call; none when it must be accepted. */
  Set<Problem> against(Call call) {
    Set<Problem> reasons = EnumSet.noneOf(Problem.class);
    if (dead.contains(Model.token(call))) {
      reasons.add(Contract.unauthenticated(call.operation()));
    }
    ObjectNode arguments = call.arguments();
    switch (call.operation()) {
      case CREATE_DATAMART ->
          add(reasons, Problem.DATAMART_EXISTS, has(Datamarts.NOUN, arguments, "name"));
      case UPDATE_DATAMART, DELETE_DATAMART ->
          add(reasons, Problem.DATAMART_NOT_FOUND, !has(Datamarts.NOUN, arguments, "datamartName"));
      case CREATE_EMBED -> add(reasons, Problem.EMBED_DATAMART_UNKNOWN, lacksDatamart(arguments));
      case UPDATE_EMBED -> {
        add(reasons, Problem.EMBED_ID_UNKNOWN, !reachesEmbed(call));
        add(reasons, Problem.EMBED_DATAMART_UNKNOWN, lacksDatamart(arguments));
      }
      case QUERY_METRIC -> add(reasons, Problem.QUERY_EMBED_UNKNOWN, !reachesEmbed(call));
      case LIST_METRICS -> add(reasons, Problem.EMBED_PARAM_UNKNOWN, !reachesEmbed(call));
      case RENAME_EMBED, PUBLISH_METRIC ->
          add(reasons, Problem.EMBED_ID_UNKNOWN, !reachesEmbed(call));
      case DELETE_EMBED -> add(reasons, Problem.EMBED_NOT_FOUND, !reachesEmbed(call));
      case CREATE_DATA_APP ->
          add(reasons, Problem.DATA_APP_EXISTS, has(DataApps.NOUN, arguments, "name"));
      case DELETE_DATA_APP ->
          add(reasons, Problem.DATA_APP_NOT_FOUND, !has(DataApps.NOUN, arguments, "name"));
      case CREATE_API_TOKEN, LIST_API_TOKENS ->
          add(reasons, Problem.DATA_APP_NOT_FOUND, !has(DataApps.NOUN, arguments, "dataAppName"));
      case ROTATE_API_TOKEN,
          LIST_DATAMARTS,
          LIST_EMBEDS,
          LIST_DASHBOARDS,
          LIST_DATA_APPS,
          LIST_DATASOURCES,
          GET_DATASOURCE_SCHEMA,
          LIST_WORKSPACES,
          LIST_WORKSPACE_DASHBOARDS,
          LIST_WORKSPACE_METRICS,
          LIST_DASHBOARD_METRICS,
          CREATE_GUEST_TOKEN -> {}
    }
    return reasons;
  }

  private static void add(Set<Problem> reasons, Problem problem, boolean holds) {
    if (holds) {
      reasons.add(problem);
    }
  }

  private boolean has(Noun noun, ObjectNode arguments, String member) {
    return model.find(noun, arguments.path(member).asText()).isPresent();
  }

  private boolean lacksDatamart(ObjectNode arguments) {
    String name = arguments.at("/accessSettings/datamartName").asText();
    return !name.isEmpty() && model.find(Datamarts.NOUN, name).isEmpty();
  }

  /** Whether the embed is one of the data app whose token it is. */
  private boolean reachesEmbed(Call call) {
    return model
        .find(Embeds.NOUN, call.arguments().path("embedId").asText())
        .filter(embed -> embed.owner().equals(model.app(call)))
        .isPresent();
  }
}
