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
      return violated.findings().stream()
          .findFirst()
          .map(one -> new Finding(one.expected(), one.came(), one.exchange(), history));
    }
  }

  private void take(Step step) {
    Exchange answer = context.send(call(step));
    history.add(answer);
    Set<Problem> reasons = step.move().take(step, model);
    if (!reasons.isEmpty()) {
      context.expect(answer).refusesForAny(reasons);
    } else if (!answer.isDone()) {
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

  ObjectNode datamartDraft(String name) {
    return context.given().datamartDraft(name);
  }

  ObjectNode embedDraft(String datamart) {
    return context.given().embedDraft(datamart);
  }

  /** The list of one table with so many columns, or with all that it has. */
  JsonNode tables(int columns) {
    Table table = context.target().table();
    return Json.array(table.entry(table.columns().subList(0, atMost(columns))));
  }

  private int atMost(int columns) {
    return Math.min(columns, context.target().table().columns().size());
  }

  String datamart(int number) {
    return stem + "-" + "abc".charAt(number);
  }

  String embed(int number) {
    return embedIds.getOrDefault(number, stem + "-no-such-embed");
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
            (n, embed) -> {
              String name = embed.renamedBy() < 0 ? "" : embedName(embed.renamedBy());
              put(
                  state,
                  String.valueOf(embedIds.get(n)),
                  embed.app(),
                  datamart(embed.datamart()),
                  name);
            });
    return state.toString();
  }

  private String serverState() {
    Map<String, String> state = new TreeMap<>();
    context
        .datamarts()
        .forEach(
            (name, item) -> {
              if (isOurs(name)) {
                state.put(name, columns(item.at("/datamartTables/0/datamartTableColumns").size()));
              }
            });
    for (int n = 0; n < apps.size(); n++) {
      int app = n;
      Map<String, JsonNode> embeds = context.embeds(apps.get(app));
      embeds.keySet().removeAll(before);
      embeds.forEach(
          (id, embed) -> {
            String name = embed.path("name").asText();
            String onto = embed.at("/accessSettings/datamartName").asText();
            put(state, id, app, onto, isOurs(name) ? name : "");
          });
    }
    return state.toString();
  }

  private boolean isOurs(String name) {
    return name.startsWith(stem + "-");
  }

  private static String columns(int count) {
    return count + " columns";
  }

  private static void put(Map<String, String> state, String id, int app, String onto, String name) {
    String named = name.isEmpty() ? "" : " named " + name;
    state.put(Embeds.NOUN.described(id), "app " + app + " onto " + onto + named);
  }
}
