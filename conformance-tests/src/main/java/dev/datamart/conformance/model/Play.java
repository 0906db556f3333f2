package dev.datamart.conformance.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.context.Violated;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One sequence on the server and on the model, compared after every step. */
final class Play {
  private final CheckContext context;
  private final List<App> apps;
  private final String stem;
  private final Model model = new Model();
  private final Map<Integer, String> embedIds = new HashMap<>();
  private final Set<String> before = new HashSet<>();
  private final List<Exchange> history = new ArrayList<>();

  Play(CheckContext context) {
    this.context = context;
    this.apps = List.of(context.app(), context.secondApp());
    this.stem = context.unused();
    apps.forEach(app -> before.addAll(context.embeds(app).keySet()));
  }

  /** The first difference between server and model, if any. */
  Optional<Finding> of(List<Step> steps) {
    for (Step step : steps) {
      Optional<Finding> finding = take(step);
      if (finding.isPresent()) {
        return finding.map(found -> found.after(history));
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> take(Step step) {
    Exchange answer = context.send(call(step));
    history.add(answer);
    Optional<Finding> wrong = judged(model.take(step), answer);
    if (wrong.isPresent()) {
      return wrong;
    }
    if (step.operation() == Operation.CREATE_EMBED && answer.ok()) {
      embedIds.put(step.number(), answer.json().path("id").asText());
    }
    String should = modelState();
    String is = serverState();
    return should.equals(is)
        ? Optional.empty()
        : Optional.of(new Finding("afterwards " + should, "afterwards " + is, answer));
  }

  private Optional<Finding> judged(Set<Problem> reasons, Exchange answer) {
    if (reasons.isEmpty()) {
      return answer.ok()
          ? Optional.empty()
          : Optional.of(new Finding("200", answer.summary(), answer));
    }
    try {
      context.expect(answer).refusesForAny(reasons);
      return Optional.empty();
    } catch (Violated violated) {
      return violated.findings().stream().findFirst();
    }
  }

  private Call call(Step step) {
    Call call = Call.of(step.operation(), step.family()).as(apps.get(step.app()).key());
    String datamart = name(step.datamart());
    String embed = embedIds.getOrDefault(step.embed(), stem + "-no-such-embed");
    ObjectNode settings = Json.object("datamartName", datamart);
    return switch (step.operation()) {
      case CREATE_DATAMART ->
          call.arguments(context.given().datamartDraft(datamart)).with("tableList", tables(2));
      case UPDATE_DATAMART -> call.with("datamartName", datamart).with("tableList", tables(1));
      case DELETE_DATAMART -> call.with("datamartName", datamart);
      case CREATE_EMBED -> call.arguments(context.given().embedDraft(datamart));
      case UPDATE_EMBED -> call.with("embedId", embed).with("accessSettings", settings);
      case RENAME_EMBED -> call.with("embedId", embed).with("name", stem + "-" + step.number());
      default -> call.with("embedId", embed);
    };
  }

  private JsonNode tables(int columns) {
    Table table = context.target().table();
    int count = Math.min(columns, table.columns().size());
    return Json.array(table.entry(table.columns().subList(0, count)));
  }

  private String name(int datamart) {
    return stem + "-" + "abc".charAt(datamart);
  }

  private String modelState() {
    Map<String, String> state = new TreeMap<>();
    int most = context.target().table().columns().size();
    model
        .datamarts()
        .forEach((n, columns) -> state.put(name(n), Math.min(columns, most) + " columns"));
    model
        .embeds()
        .forEach(
            (n, embed) ->
                state.put(
                    "embed " + embedIds.get(n),
                    "app "
                        + embed.app()
                        + " onto "
                        + name(embed.datamart())
                        + (embed.renamedBy() < 0
                            ? ""
                            : " named " + stem + "-" + embed.renamedBy())));
    return state.toString();
  }

  private String serverState() {
    Map<String, String> state = new TreeMap<>();
    context
        .datamarts()
        .forEach(
            (name, item) -> {
              if (name.startsWith(stem + "-")) {
                state.put(
                    name, item.at("/datamartTables/0/datamartTableColumns").size() + " columns");
              }
            });
    for (int app = 0; app < apps.size(); app++) {
      for (Map.Entry<String, JsonNode> embed : context.embeds(apps.get(app)).entrySet()) {
        if (!before.contains(embed.getKey())) {
          String name = embed.getValue().path("name").asText();
          state.put(
              "embed " + embed.getKey(),
              "app "
                  + app
                  + " onto "
                  + embed.getValue().at("/accessSettings/datamartName").asText()
                  + (name.startsWith(stem + "-") ? " named " + name : ""));
        }
      }
    }
    return state.toString();
  }
}
