package dev.datamart.conformance.checks.sequences;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.contract.Level;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Role;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Draws sequences: few names and much that was there before, so that steps meet. Between changes
 * stand calls in a twist.
 */
final class Drawing {
  /** Of which a sequence that is long enough begins with more than a page has. */
  private static final List<Operation> MANY =
      List.of(Operation.CREATE_EMBED, Operation.CREATE_API_TOKEN, Operation.CREATE_DATA_APP);

  private static final int LONG = 4 * Pages.SIZE;

  /** Endings of names: the same but for case, length, composition, and what has to be escaped. */
  private static final List<String> ENDINGS =
      List.of("a", "A", "b", "a-b", "\u00e9", "e\u0301", "x/y & z+100%", "x_y");

  /** Endings that nothing ever has, each nearly one that something may have. */
  private static final List<String> NEARLY =
      List.of("a ", " a", "%", "_", "a-", "B", "E\u0301", "xay");

  private static final int DELETES_AT_LAST = 3;

  private static final List<String> APPS = List.of("app", "App", "app-2");

  private static final Set<Operation> NAMED_FREELY =
      Set.of(
          Operation.CREATE_EMBED,
          Operation.UPDATE_EMBED,
          Operation.RENAME_EMBED,
          Operation.CREATE_API_TOKEN);

  private final CheckContext context;
  private final Random random;
  private final Bodies bodies;
  private final Pack pack;
  private int sequences;

  private Alive alive = new Alive();
  private List<Step> steps = new ArrayList<>();

  /**
   * @param level whether calls are drawn as well that only this contract has an answer for
   */
  Drawing(CheckContext context, Level level, Random random) {
    this.context = context;
    this.random = random;
    this.bodies = new Bodies(context, random);
    this.pack = new Pack(context, level, random);
  }

  /** The next sequence. */
  List<Step> sequence(int length) {
    alive = new Alive();
    steps = new ArrayList<>();
    if (length >= LONG) {
      many(MANY.get(sequences++ % MANY.size()));
    }
    while (steps.size() < length) {
      if (length - steps.size() <= DELETES_AT_LAST && !alive.datamarts().isEmpty()) {
        // Whatever an embed went through, it goes with its datamart.
        draw(new Pack.Card(Operation.DELETE_DATAMART, Twist.NONE));
      } else if (!steps.isEmpty() && random.nextInt(8) == 0) {
        // What was accepted may be refused now, and the other way round.
        again(steps.get(steps.size() - 1));
      } else if (steps.size() > 2 && random.nextInt(5) > 1) {
        draw(pack.next());
      } else {
        draw(new Pack.Card(change(), Twist.NONE));
      }
    }
    return List.copyOf(steps);
  }

  private void many(Operation create) {
    draw(new Pack.Card(Operation.CREATE_DATAMART, Twist.NONE));
    if (create == Operation.CREATE_API_TOKEN) {
      draw(new Pack.Card(Operation.CREATE_DATA_APP, Twist.NONE));
    }
    for (int i = 0; i <= Pages.SIZE + 1; i++) {
      draw(new Pack.Card(create, Twist.NONE), true);
    }
  }

  /** First something that all else needs. */
  private Operation change() {
    return alive.datamarts().isEmpty() ? Operation.CREATE_DATAMART : pack.change();
  }

  private void again(Step last) {
    ObjectNode arguments = last.arguments().deepCopy();
    if (NAMED_FREELY.contains(last.operation()) && arguments.has("name")) {
      // Whether two embeds or two keys may have one name is open.
      arguments.put("name", Symbols.name("-" + steps.size()));
    }
    add(last.operation(), last.family(), last.actor(), arguments, Twist.NONE);
  }

  private void draw(Pack.Card card) {
    draw(card, false);
  }

  /**
   * Adds a step.
   *
   * @param isOneOfMany whether it makes one more beside others, of a name of its own
   */
  private void draw(Pack.Card card, boolean isOneOfMany) {
    Operation operation = card.operation();
    Family family = Contract.spelled(operation, one(context.families()));
    String embed = known(alive.embeds(), List.of("#-1"));
    String name = Symbols.name("-" + steps.size());
    ObjectNode arguments =
        switch (operation) {
          case CREATE_DATAMART -> bodies.newDatamart(newDatamart());
          case UPDATE_DATAMART -> bodies.datamartChange(datamart());
          case DELETE_DATAMART -> Json.object("datamartName", datamart());
          case CREATE_EMBED ->
              bodies.newEmbed(isOneOfMany ? alive.datamarts().get(0) : datamart(), name);
          case UPDATE_EMBED -> bodies.embedChange(embed, datamart(), name);
          case RENAME_EMBED -> Json.object("embedId", embed, "name", name);
          case QUERY_METRIC -> bodies.query(embed);
          case LIST_METRICS -> Json.object("embedId", embed, "clientId", name);
          case DELETE_EMBED -> Json.object("embedId", embed);
          case CREATE_DATA_APP -> Json.object("name", isOneOfMany ? name : Symbols.name(one(APPS)));
          case DELETE_DATA_APP -> Json.object("name", app());
          case CREATE_API_TOKEN ->
              Json.object("dataAppName", isOneOfMany ? alive.apps().get(0) : app(), "name", name);
          case CREATE_GUEST_TOKEN -> bodies.guestToken(alive.embedsOf("first"));
          case LIST_API_TOKENS -> Json.object("dataAppName", app());
          case ROTATE_API_TOKEN -> Json.object("expireAt", one(List.of(0, 0, 1, 60, "3600")));
          default -> context.given().arguments(operation);
        };
    add(
        operation,
        family,
        isOneOfMany && operation == Operation.CREATE_EMBED ? "first" : actor(operation, embed),
        arguments,
        card.twist());
  }

  private void add(
      Operation operation, Family family, String actor, ObjectNode arguments, Twist twist) {
    int number = steps.size();
    Step step = new Step(number, operation, family, actor, arguments, twist, random.nextLong());
    steps.add(step);
    if (!twist.isRefused()) {
      alive.take(step);
    }
  }

  /** Whose token: more often than not one of the data app that the step is about. */
  private String actor(Operation operation, String embed) {
    Role role = Nouns.role(operation);
    boolean isAboutEmbed =
        operation == Operation.LIST_METRICS
            || operation == Operation.QUERY_METRIC
            || (role.noun().equals(Embeds.NOUN) && role.verb() != Verb.CREATE);
    if (operation == Operation.ROTATE_API_TOKEN) {
      return known(alive.tokens(), List.of("#-1"));
    }
    if (operation == Operation.CREATE_GUEST_TOKEN) {
      return "first"; // whose data app it names
    }
    return switch (operation.need()) {
      case SERVICE -> Symbols.SERVICE;
      case EITHER -> one(List.of(Symbols.SERVICE, "first", "second"));
      case DATA_APP ->
          isAboutEmbed && random.nextInt(6) > 0
              ? alive.actor(embed)
              : known(alive.tokens(), List.of("first", "second"));
    };
  }

  private String newDatamart() {
    return Symbols.name(one(ENDINGS));
  }

  private String datamart() {
    return known(alive.datamarts(), List.of(newDatamart(), Symbols.name(one(NEARLY))));
  }

  private String app() {
    return known(alive.apps(), List.of(Symbols.name(one(APPS))));
  }

  /** More often than not one that is there, and of these the newest: what is young has a story. */
  private String known(List<String> there, List<String> others) {
    if (there.isEmpty() || random.nextInt(6) == 0) {
      return one(others);
    }
    return random.nextBoolean() ? there.get(there.size() - 1) : one(there);
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
