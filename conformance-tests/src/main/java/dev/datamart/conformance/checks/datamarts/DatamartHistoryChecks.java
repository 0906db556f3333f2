package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.model.Event.Kind.CREATE;
import static dev.datamart.conformance.model.Event.Kind.DELETE;
import static dev.datamart.conformance.model.Event.Kind.READ;
import static dev.datamart.conformance.model.Event.Kind.UPDATE;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.Shown;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.model.Event;
import dev.datamart.conformance.model.Linearizability;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Burst;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds of datamarts when much is asked at once, or in any order. */
final class DatamartHistoryChecks {
  private static final int AT_ONCE = 8;

  private DatamartHistoryChecks() {}

  static List<Requirement> all() {
    return List.of(
        seed("DM-DELETE-LEAVES-NO-ORPHANS", "No embed made during a delete outlives its datamart.")
            .covers(CREATE_EMBED)
            .trait(Trait.RANDOM)
            .hint("An embed is either refused or removed; nothing may point to what is gone.")
            .check(DatamartHistoryChecks::noOrphans),
        seed("DM-HISTORY-IS-ONE-AFTER-ANOTHER", "What happens at once looks one after another.")
            .on(DELETE_DATAMART)
            .should()
            .covers(CREATE_DATAMART, UPDATE_DATAMART, LIST_DATAMARTS)
            .trait(Trait.RANDOM)
            .hint("No order of these operations explains all of their answers.")
            .check(DatamartHistoryChecks::history));
  }

  private static void noOrphans(CheckContext s) {
    for (int round = 0; round < 3; round++) {
      String datamart = s.given().datamart();
      List<Callable<Exchange>> tasks = new ArrayList<>();
      for (int i = 0; i < AT_ONCE - 1; i++) {
        Call create = s.call(CREATE_EMBED).arguments(s.given().embedDraft(datamart));
        tasks.add(() -> s.send(create));
      }
      tasks.add(AT_ONCE / 2, () -> s.send(DELETE_DATAMART, "datamartName", datamart));

      List<Exchange> answers = Burst.of(tasks);

      s.expect(answers.get(AT_ONCE / 2)).succeeds();
      List<String> orphans =
          s.listed().embeds(s.app()).entrySet().stream()
              .filter(
                  embed ->
                      embed.getValue().at("/accessSettings/datamartName").asText().equals(datamart))
              .map(Map.Entry::getKey)
              .toList();
      s.demand(orphans.isEmpty(), "no embed points to " + datamart, orphans + " do");
    }
  }

  private static void history(CheckContext s) {
    for (int round = 0; round < 2; round++) {
      historyOfOneName(s);
    }
  }

  private static void historyOfOneName(CheckContext s) {
    String name = s.unused();
    Random random = s.random();
    long start = System.nanoTime();
    List<Callable<List<Event>>> clients = new ArrayList<>();
    for (int client = 0; client < 4; client++) {
      List<Event.Kind> kinds =
          Stream.generate(() -> draw(random)).filter(kind -> canHappen(s, kind)).limit(5).toList();
      clients.add(
          () -> kinds.stream().flatMap(kind -> happen(s, name, kind, start).stream()).toList());
    }

    List<Event> events = new ArrayList<>(Burst.of(clients).stream().flatMap(List::stream).toList());
    // Whatever came of it, who then makes the name, or hears that it is taken, sees it.
    happen(s, name, Event.Kind.CREATE, start).ifPresent(events::add);
    happen(s, name, Event.Kind.READ, start).ifPresent(events::add);

    s.demand(
        Linearizability.explains(events),
        "an order that explains every answer",
        "there is none for " + events.stream().map(Event::words).collect(Collectors.joining("; ")));
  }

  private static boolean canHappen(CheckContext s, Event.Kind kind) {
    return kind != Event.Kind.UPDATE || s.run().offer().has(UPDATE_DATAMART);
  }

  private static Event.Kind draw(Random random) {
    Event.Kind[] kinds = Event.Kind.values();
    return kinds[random.nextInt(kinds.length)];
  }

  /** Nothing when the answer tells nothing of the name, such as that of a busy server. */
  private static Optional<Event> happen(CheckContext s, String name, Event.Kind kind, long start) {
    Table table = s.target().table();
    int columns = 1 + (int) (System.nanoTime() % Math.min(3, table.columns().size()));
    Object tables = Json.array(table.entry(table.columns().subList(0, columns)));
    Call call =
        switch (kind) {
          case CREATE ->
              s.call(CREATE_DATAMART)
                  .arguments(s.given().datamartDraft(name))
                  .with("tableList", tables);
          case UPDATE -> s.call(UPDATE_DATAMART, "datamartName", name, "tableList", tables);
          case DELETE -> s.call(DELETE_DATAMART, "datamartName", name);
          case READ -> s.call(LIST_DATAMARTS);
        };
    long from = System.nanoTime() - start;
    Exchange answer = s.send(call);
    long to = System.nanoTime() - start;
    boolean tells =
        answer.isDone()
            || (kind != Event.Kind.READ
                && Contract.mayHaveStatus(Problem.DATAMART_EXISTS, answer.status()));
    Integer value = kind == Event.Kind.READ ? seen(answer, name) : Integer.valueOf(columns);
    return tells
        ? Optional.of(new Event(kind, value, answer.isDone(), from, to))
        : Optional.empty();
  }

  private static @Nullable Integer seen(Exchange list, String name) {
    JsonNode item = Shown.item(list.json().path("data"), "name", name);
    return item.isMissingNode() ? null : item.at("/datamartTables/0/datamartTableColumns").size();
  }
}
