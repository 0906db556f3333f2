package dev.datamart.conformance.checks.sequences;

import dev.datamart.conformance.checks.shared.Expiry;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Door;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Violated;
import dev.datamart.conformance.contract.Level;
import dev.datamart.conformance.model.Model;
import dev.datamart.conformance.noun.ApiTokens;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Role;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.shape.ResponseShapes;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One sequence on the server and on the model, compared after every step. */
final class Play {
  private final CheckContext context;
  private final Level level;
  private final Symbols symbols;
  private final Set<String> issued = new HashSet<>();
  private final Set<String> endedNames = new HashSet<>();
  private final Set<String> rotatedOut = new HashSet<>();
  private final Set<String> runningOut = new HashSet<>();
  private final Set<String> guests = new HashSet<>();
  private final List<Exchange> history = new ArrayList<>();
  private final Shows shows;
  private final String stem;
  private boolean isUnseen;
  private boolean isDeciding;

  /**
   * @param level of what is looked for; what breaks rules of the other one ends the play untold
   */
  Play(CheckContext context, Level level) {
    this.context = context;
    this.level = level;
    this.stem = context.unused();
    this.shows = new Shows(context, history, stem);
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
          .filter(any -> isDeciding == (level == Level.SHOULD))
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
    Twisted twisted = step.twist().turn(plain, new Moment(context, model, random, stem));
    Set<Problem> reasons = EnumSet.noneOf(Problem.class);
    reasons.addAll(twisted.problems());
    Call judged = twisted.problems().isEmpty() ? twisted.call() : plain;
    reasons.addAll(new Rules(model, dead(model)).against(judged));

    if (reasons.isEmpty() && step.operation().isChange() && isUnseen) {
      look(random);
    }
    Exchange answer = context.sendAnyhow(twisted.call());
    isUnseen |= step.operation().isChange();

    history.add(answer);
    ResponseShapes.ofContract().look(answer).ifPresent(this::fail);
    context.run().unwatched(answer, Level.MUST).ifPresent(this::fail);
    isDeciding = step.twist().isDecided();
    judge(step, answer, reasons);
    isDeciding = false;
    if (answer.ok() && step.operation().isChange()) {
      look(random);
    }
  }

  private void judge(Step step, Exchange answer, Set<Problem> reasons) {
    if (!reasons.isEmpty()) {
      context.expect(answer).refusesForAny(reasons);
      decided(() -> Decisions.refused(context, answer, reasons));
    } else if (answer.ok() || !mayBeRefused(answer.call())) {
      accepted(step, answer);
      decided(() -> Decisions.accepted(context, answer, history));
    } else {
      context.demand(answer.status() < 500, "200 or a refusal", answer.summary());
    }
    decided(() -> context.run().unwatched(answer, Level.SHOULD).ifPresent(this::fail));
  }

  /** What is open: the name of a deleted data app, a lost embed of guests, a page past the end. */
  private boolean mayBeRefused(Call call) {
    if (Pages.isPaged(call)) {
      return shows.isPastTheEnd(call);
    }
    return switch (call.operation()) {
      case CREATE_DATA_APP -> endedNames.contains(call.arguments().path("name").asText());
      case CREATE_GUEST_TOKEN -> namesLostEmbed(call);
      // What lies on a dashboard is not known.
      case QUERY_METRIC -> !shows.isOfMetric(call.arguments().path("embedId").asText());
      default -> false;
    };
  }

  private boolean namesLostEmbed(Call call) {
    for (var embed : call.arguments().at("/params/allowedEmbeds")) {
      if (!shows.isOf(context.model().app(call), embed.asText())) {
        return true;
      }
    }
    return false;
  }

  private void decided(Runnable judging) {
    if (level == Level.SHOULD) {
      boolean before = isDeciding;
      isDeciding = true;
      judging.run();
      isDeciding = before;
    }
  }

  /** Refused calls are looked at together: they change nothing, one after another. */
  private void look(Random random) {
    isUnseen = false;
    context.unpredicted(door(random)).ifPresent(this::fail);
    shows.lookUp(random);
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
    if (!step.operation().isChange()) {
      context.expect(answer).succeeds();
      shows.list(role.noun(), answer);
      return;
    }
    Answers.repeats(role, context.expect(answer).succeeds(), call);
    String made = role.verb() == Verb.CREATE ? role.noun().made(answer) : null;
    if (made != null) {
      symbols.learn(Symbols.made(step.number()), made);
    }
    String key = Json.text(answer.json(), "/key");
    if (key != null) {
      context.demand(issued.add(key), "a key of its own", "a key that was answered before");
    }
    switch (call.operation()) {
      case CREATE_API_TOKEN -> shows.throughKey(String.valueOf(key));
      case ROTATE_API_TOKEN -> rotated(step, call, String.valueOf(key));
      case DELETE_DATA_APP -> ended(call.arguments().path("name").asText());
      case CREATE_GUEST_TOKEN -> guest(String.valueOf(made));
      default -> {}
    }
  }

  private void rotated(Step step, Call call, String key) {
    String old = Model.token(call);
    int seconds = call.arguments().path("expireAt").asInt();
    if (seconds == 0) {
      rotatedOut.add(old);
      opensNothing(old);
    } else if (seconds == 1) {
      runningOut.add(old);
    } else {
      shows.throughKey(old);
    }
    symbols.learn(step.actor(), key);
    shows.throughKey(key);
  }

  private void ended(String app) {
    endedNames.add(app);
    dead(context.model()).forEach(this::opensNothing);
  }

  private void guest(String token) {
    context.demand(guests.add(token), "a token of its own", "one that was answered before");
    opensNothing(token);
  }

  private void opensNothing(String token) {
    context
        .expect(context.send(context.call(Operation.LIST_EMBEDS).as(token)))
        .refuses(Problem.UNAUTHENTICATED);
  }
}
