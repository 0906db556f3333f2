package dev.datamart.conformance.checks.everywhere;

import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;
import static dev.datamart.spec.Operation.UPDATE_EMBED;
import static dev.datamart.spec.Problem.DATAMART_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.model.Event;
import dev.datamart.conformance.model.Linearizability;
import dev.datamart.conformance.model.Sequences;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Burst;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds when much is asked at once, or in any order. */
public final class ConcurrencyChecks {
  private static final int AT_ONCE = 8;
  private static final List<String> FLAGS =
      List.of(
          "isAllowAiPilot", "isAllowEmailReports", "isAllowManageMetrics", "isAllowMetricUpdate");

  private ConcurrencyChecks() {}

  public static List<Requirement> all() {
    return List.of(
        seed("DM-DELETE-AT-ONCE-SUCCEEDS-ONCE", "Of many deletes at once exactly one succeeds.")
            .on(DELETE_DATAMART)
            .problems(DATAMART_NOT_FOUND)
            .trait(Trait.RANDOM)
            .check(ConcurrencyChecks::deletesAtOnce),
        docs("DM-CREATE-AT-ONCE-SUCCEEDS-ONCE", "Of many creates of a name exactly one succeeds.")
            .on(CREATE_DATAMART)
            .problems(Problem.DATAMART_EXISTS)
            .trait(Trait.RANDOM)
            .check(ConcurrencyChecks::createsAtOnce),
        docs("DA-CREATE-AT-ONCE-SUCCEEDS-ONCE", "Of many data apps of a name exactly one is made.")
            .on(CREATE_DATA_APP)
            .problems(Problem.DATA_APP_EXISTS)
            .trait(Trait.RANDOM)
            .check(ConcurrencyChecks::appsAtOnce),
        seed("DM-DELETE-LEAVES-NO-ORPHANS", "No embed made during a delete outlives its datamart.")
            .on(DELETE_DATAMART)
            .covers(CREATE_EMBED)
            .trait(Trait.RANDOM)
            .hint("An embed is either refused or removed; nothing may point to what is gone.")
            .check(ConcurrencyChecks::noOrphans),
        docs("EM-UPDATE-AT-ONCE-LOSES-NOTHING", "Updates of different settings at once all count.")
            .on(UPDATE_EMBED)
            .trait(Trait.RANDOM)
            .hint("Reading, merging and writing an embed has to be one step.")
            .check(ConcurrencyChecks::lostUpdates),
        seed("DM-HISTORY-IS-ONE-AFTER-ANOTHER", "What happens at once looks one after another.")
            .on(DELETE_DATAMART)
            .should()
            .covers(CREATE_DATAMART, UPDATE_DATAMART, LIST_DATAMARTS)
            .trait(Trait.RANDOM)
            .hint("No order of these operations explains all of their answers.")
            .check(ConcurrencyChecks::history),
        seed("DM-SEQUENCES-FOLLOW-THE-MODEL", "Any sequence leaves what the rules say it leaves.")
            .on(DELETE_DATAMART)
            .covers(CREATE_DATAMART, UPDATE_DATAMART, CREATE_EMBED, UPDATE_EMBED)
            .trait(Trait.RANDOM, Trait.SERVICE_TOKEN, Trait.LONG)
            .hint("The sequence above is as short as it gets: without any one step it passes.")
            .check(s -> Sequences.play(s, 2)));
  }

  private static List<Exchange> atOnce(CheckContext s, Call call) {
    return Burst.of(Collections.nCopies(AT_ONCE, (Callable<Exchange>) () -> s.send(call)));
  }

  private static void once(CheckContext s, List<Exchange> answers, Problem otherwise) {
    long succeeded = answers.stream().filter(Exchange::ok).count();
    s.demand(
        succeeded == 1,
        "exactly one of " + answers.size() + " succeeds",
        succeeded
            + " succeed: "
            + answers.stream().map(a -> a.status() + a.code()).collect(Collectors.joining(", ")));
    answers.stream().filter(answer -> !answer.ok()).forEach(a -> s.expect(a).refuses(otherwise));
  }

  private static void deletesAtOnce(CheckContext s) {
    String name = s.given().datamart();
    once(s, atOnce(s, s.call(DELETE_DATAMART, "datamartName", name)), DATAMART_NOT_FOUND);
  }

  private static void createsAtOnce(CheckContext s) {
    once(s, atOnce(s, s.accepted()), Problem.DATAMART_EXISTS);
  }

  private static void appsAtOnce(CheckContext s) {
    once(s, atOnce(s, s.accepted()), Problem.DATA_APP_EXISTS);
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
          s.embeds(s.app()).entrySet().stream()
              .filter(
                  embed ->
                      embed.getValue().at("/accessSettings/datamartName").asText().equals(datamart))
              .map(Map.Entry::getKey)
              .toList();
      s.demand(orphans.isEmpty(), "no embed points to " + datamart, orphans + " do");
    }
  }

  private static void lostUpdates(CheckContext s) {
    String datamart = s.given().datamart();
    String embed = s.given().embed(datamart);
    List<Exchange> answers = Burst.of(FLAGS.stream().map(flag -> setting(s, embed, flag)).toList());
    // What was not accepted, such as by a server that is too busy, need not count.
    List<String> accepted =
        FLAGS.stream().filter(flag -> answers.get(FLAGS.indexOf(flag)).ok()).toList();
    s.demand(!accepted.isEmpty(), "an update is accepted", "none is");
    JsonNode settings = s.embed(embed).path("accessSettings");
    List<String> lost = accepted.stream().filter(flag -> !settings.path(flag).asBoolean()).toList();
    s.demand(lost.isEmpty(), "all of " + accepted + " are true", lost + " are not");
  }

  private static Callable<Exchange> setting(CheckContext s, String embed, String flag) {
    return () -> s.send(UPDATE_EMBED, "embedId", embed, "accessSettings", Json.object(flag, true));
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
      List<Event.Kind> kinds = Stream.generate(() -> draw(random)).limit(5).toList();
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
        answer.ok()
            || (kind != Event.Kind.READ
                && Contract.mayHaveStatus(Problem.DATAMART_EXISTS, answer.status()));
    Integer value = kind == Event.Kind.READ ? seen(answer, name) : Integer.valueOf(columns);
    return tells ? Optional.of(new Event(kind, value, answer.ok(), from, to)) : Optional.empty();
  }

  private static @Nullable Integer seen(Exchange list, String name) {
    for (JsonNode item : list.json().path("data")) {
      if (item.path("name").asText().equals(name)) {
        return item.at("/datamartTables/0/datamartTableColumns").size();
      }
    }
    return null;
  }
}
