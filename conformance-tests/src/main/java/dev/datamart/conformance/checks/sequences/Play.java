package dev.datamart.conformance.checks.sequences;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.sequences.Twist.Moment;
import dev.datamart.conformance.checks.sequences.Twist.Twisted;
import dev.datamart.conformance.checks.shared.Expiry;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Door;
import dev.datamart.conformance.context.Expectation;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Violated;
import dev.datamart.conformance.model.Model;
import dev.datamart.conformance.noun.ApiTokens;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Role;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.shape.ResponseShapes;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import dev.datamart.spec.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One sequence on the server and on the model, compared after every step. */
final class Play {
  private final CheckContext context;
  private final Symbols symbols;
  private final Set<String> issued = new HashSet<>();
  private final Set<String> guests = new HashSet<>();
  private final Set<String> endedNames = new HashSet<>();
  private final Set<String> rotatedOut = new HashSet<>();
  private final Set<String> runningOut = new HashSet<>();
  private final List<Exchange> history = new ArrayList<>();
  private final String stem;
  private boolean isUnseen;

  Play(CheckContext context) {
    this.context = context;
    this.stem = context.unused();
    this.symbols = new Symbols(stem);
    symbols.learn(Symbols.SERVICE, context.run().tokens().serviceToken());
    symbols.learn("first", context.app().key());
    symbols.learn("second", context.secondApp().key());
  }

  /** The first difference between server and model, if any; leaves nothing behind. */
  Optional<Finding> of(List<Step> steps) {
    // What an earlier play could not remove is no difference of this one.
    context.unpredicted(door(context.random()));
    try {
      Optional<Neighbour> neighbour = Neighbour.of(context, stem);
      steps.forEach(this::take);
      look(context.random());
      neighbour.ifPresent(Neighbour::isAsBefore);
      runningOut.forEach(key -> Expiry.awaits(context, key));
      return Optional.empty();
    } catch (Violated violated) {
      return violated.findings().stream()
          .findFirst()
          .map(one -> new Finding(one.expected(), one.came(), one.exchange(), history));
    } finally {
      context.removeMade();
    }
  }

  private void take(Step step) {
    Model model = context.model();
    Call plain =
        Call.of(step.operation(), step.family())
            .arguments(symbols.settled(step.arguments()))
            .as(symbols.text(step.actor()));
    Random random = new Random(step.dice());
    Twisted twisted =
        step.twist().turn(plain, new Moment(context, model, random, Neighbour.shared(stem)));
    Set<Problem> reasons = EnumSet.noneOf(Problem.class);
    reasons.addAll(twisted.problems());
    Call judged = twisted.problems().isEmpty() ? twisted.call() : plain;
    reasons.addAll(new Rules(model, dead(model)).against(judged));
    boolean mayBeTaken = endedNames.contains(judged.arguments().path("name").asText());

    if (reasons.isEmpty() && step.operation().isChange() && isUnseen) {
      look(random);
    }
    Exchange answer = context.sendAnyhow(twisted.call());
    isUnseen |= step.operation().isChange();

    history.add(answer);
    ResponseShapes.ofContract().look(answer).ifPresent(this::fail);
    if (!reasons.isEmpty()) {
      context.expect(answer).refusesForAny(reasons);
    } else if (mayBeTaken && step.operation() == Operation.CREATE_DATA_APP && !answer.ok()) {
      // Whether the name of a deleted data app is free again is open.
      context.demand(answer.status() < 500, "200 or a refusal", answer.summary());
    } else {
      accepted(step, answer);
    }
    if (answer.ok() && step.operation().isChange()) {
      look(random);
    }
  }

  /** Refused calls are looked at together: they change nothing, one after another. */
  private void look(Random random) {
    isUnseen = false;
    context.unpredicted(door(random)).ifPresent(this::fail);
    lookUp(random);
  }

  private void fail(Finding finding) {
    throw new Violated(List.of(finding));
  }

  /** Tokens that the play was given and that are none any more; unknown ones count as well. */
  private Set<String> dead(Model model) {
    Set<String> dead = new HashSet<>(rotatedOut);
    issued.stream().filter(token -> model.find(ApiTokens.NOUN, token).isEmpty()).forEach(dead::add);
    dead.add(symbols.text("#-1"));
    return dead;
  }

  private Door door(Random random) {
    List<Door> doors = Door.of(context.families());
    return doors.get(random.nextInt(doors.size()));
  }

  private void accepted(Step step, Exchange answer) {
    Call call = answer.call();
    Role role = Nouns.role(step.operation());
    Expectation success = context.expect(answer).succeeds();
    if (!step.operation().isChange()) {
      shows(role.noun(), answer);
      return;
    }
    answers(role, success, call);
    String made = role.verb() == Verb.CREATE ? role.noun().made(answer) : null;
    if (made != null) {
      symbols.learn(Symbols.made(step.number()), made);
    }
    String key = Json.text(answer.json(), "/key");
    if (key != null) {
      context.demand(issued.add(key), "a key of its own", "a key that was answered before");
    }
    if (call.operation() == Operation.CREATE_GUEST_TOKEN) {
      context.demand(
          guests.add(String.valueOf(made)), "a token of its own", "one that was answered before");
    }
    if (role.verb() == Verb.ROTATE) {
      rotated(step, call, key);
    }
    if (step.operation() == Operation.DELETE_DATA_APP) {
      endedNames.add(call.arguments().path("name").asText());
    }
  }

  private void rotated(Step step, Call call, @Nullable String key) {
    int seconds = call.arguments().path("expireAt").asInt();
    if (seconds == 0) {
      rotatedOut.add(Model.token(call));
    } else if (seconds == 1) {
      runningOut.add(Model.token(call));
    }
    symbols.learn(step.actor(), String.valueOf(key));
  }

  /** What a change answers repeats what it was told. */
  private static void answers(Role role, Expectation success, Call call) {
    Schema response = call.operation().response();
    Noun noun = role.noun();
    if (response.member("error").isPresent()) {
      success.hasNullError();
    }
    if (response.member("key").isPresent()) {
      success.hasUuid("/key");
    }
    if (response.member("name").isPresent()) {
      success.has("/name", call.arguments().path("name"));
    }
    if (response.member("id").filter(Member::isRequired).isPresent()) {
      boolean isNew = role.verb() == Verb.CREATE;
      JsonNode named = call.arguments().path(isNew ? noun.key() : noun.argument());
      if (isNew
          && noun.answered() != null
          && !noun.answered().equals(noun.key())
          && named.isMissingNode()) {
        success.hasText("/id");
      } else {
        success.has("/id", named);
      }
    }
  }

  /** A list of what was there before the run shows it still. */
  private void shows(Noun noun, Exchange answer) {
    if (answer.call().operation() == Operation.GET_DATASOURCE_SCHEMA) {
      Set<String> tables = new HashSet<>(answer.json().at("/data/tables").findValuesAsText("name"));
      context.demand(
          tables.contains(context.target().table().name()),
          "the table " + context.target().table().name(),
          answer.summary());
      return;
    }
    JsonNode list = context.expect(answer).list();
    List<String> keys = list.findValuesAsText(noun.key());
    context
        .target()
        .known(noun)
        .ifPresent(
            known ->
                context.demand(
                    keys.contains(known), noun.described(known) + " is listed", "it is not"));
    if (answer.call().operation() == Operation.LIST_DASHBOARDS) {
      showsEmbeds(context.model().app(answer.call()), keys);
    }
  }

  /** The dashboards of a data app are those of its embeds, as far as the play made these. */
  private void showsEmbeds(String app, List<String> shown) {
    created()
        .filter(each -> each.call().arguments().path("embedType").asText().equals("dashboard"))
        .map(Play::madeId)
        .forEach(
            id -> {
              boolean isExpected = isOf(app, id);
              context.demand(
                  shown.contains(id) == isExpected,
                  "embed " + id + (isExpected ? " is listed" : " is not listed"),
                  "" + shown);
            });
  }

  private Stream<Exchange> created() {
    return history.stream()
        .filter(each -> each.ok() && each.call().operation() == Operation.CREATE_EMBED);
  }

  private static String madeId(Exchange created) {
    return created.json().path("id").asText();
  }

  private boolean isOf(String app, String embed) {
    return context
        .model()
        .find(Embeds.NOUN, embed)
        .filter(each -> each.owner().equals(app))
        .isPresent();
  }

  /** Asks for one embed of the play by its ID: there it is alone, or nothing is there. */
  private void lookUp(Random random) {
    List<String> embeds = created().map(Play::madeId).toList();
    if (embeds.isEmpty()) {
      return;
    }
    String id = embeds.get(random.nextInt(embeds.size()));
    Set<String> expected = isOf(context.app().name(), id) ? Set.of(id) : Set.of();
    Exchange answer = context.send(context.call(Operation.LIST_EMBEDS, "embedId", id));
    Set<String> shown = new HashSet<>();
    context.expect(answer).list().forEach(item -> shown.add(item.path("embedId").asText()));
    context.demand(shown.equals(expected), "of " + id + " " + expected, "" + shown);
  }
}
