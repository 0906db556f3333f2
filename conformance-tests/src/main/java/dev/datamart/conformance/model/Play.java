package dev.datamart.conformance.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.context.Violated;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
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
    try {
      steps.forEach(this::take);
      return Optional.empty();
    } catch (Violated violated) {
      return violated.findings().stream().findFirst().map(found -> found.after(history));
    }
  }

  private void take(Step step) {
    Exchange answer = context.send(call(step));
    history.add(answer);
    Set<Problem> reasons = step.move().take(step, model);
    if (!reasons.isEmpty()) {
      context.expect(answer).refusesForAny(reasons);
    } else if (!answer.ok()) {
      throw context.fail("200", answer.summary(), answer);
    } else if (step.move() == Move.CREATE_EMBED) {
      embedIds.put(step.number(), answer.json().path("id").asText());
    }
    String should = modelState();
    String is = serverState();
    if (!should.equals(is)) {
      throw context.fail("afterwards " + should, "afterwards " + is, answer);
    }
  }

  private Call call(Step step) {
    Call plain = Call.of(step.move().operation(), step.family());
    return step.move().told(plain.as(apps.get(step.app()).key()), step, this);
  }

  ObjectNode datamartDraft(Step step) {
    return context.given().datamartDraft(datamart(step));
  }

  ObjectNode embedDraft(Step step) {
    return context.given().embedDraft(datamart(step));
  }

  /** The list of one table with so many columns, or with all that it has. */
  JsonNode tables(int columns) {
    Table table = context.target().table();
    return Json.array(table.entry(table.columns().subList(0, atMost(columns))));
  }

  private int atMost(int columns) {
    return Math.min(columns, context.target().table().columns().size());
  }

  String datamart(Step step) {
    return datamart(step.datamart());
  }

  private String datamart(int number) {
    return stem + "-" + "abc".charAt(number);
  }

  String embed(Step step) {
    return embedIds.getOrDefault(step.embed(), stem + "-no-such-embed");
  }

  /** The name that a step gives. */
  String embedName(int step) {
    return stem + "-" + step;
  }

  private String modelState() {
    Map<String, String> state = new TreeMap<>();
    model.datamarts().forEach((n, columns) -> state.put(datamart(n), columns(atMost(columns))));
    model
        .embeds()
        .forEach(
            (n, embed) ->
                state.put(
                    Embeds.NOUN.described(String.valueOf(embedIds.get(n))),
                    embed(
                        embed.app(),
                        datamart(embed.datamart()),
                        embed.renamedBy() < 0 ? "" : embedName(embed.renamedBy()))));
    return state.toString();
  }

  private String serverState() {
    Map<String, String> state = new TreeMap<>();
    context
        .datamarts()
        .forEach(
            (name, item) -> {
              if (name.startsWith(stem + "-")) {
                state.put(name, columns(item.at("/datamartTables/0/datamartTableColumns").size()));
              }
            });
    for (int app = 0; app < apps.size(); app++) {
      for (Map.Entry<String, JsonNode> embed : context.embeds(apps.get(app)).entrySet()) {
        if (!before.contains(embed.getKey())) {
          String name = embed.getValue().path("name").asText();
          String onto = embed.getValue().at("/accessSettings/datamartName").asText();
          state.put(
              Embeds.NOUN.described(embed.getKey()),
              embed(app, onto, name.startsWith(stem + "-") ? name : ""));
        }
      }
    }
    return state.toString();
  }

  private static String columns(int count) {
    return count + " columns";
  }

  private static String embed(int app, String datamart, String name) {
    return "app " + app + " onto " + datamart + (name.isEmpty() ? "" : " named " + name);
  }
}
