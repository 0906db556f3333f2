package dev.datamart.conformance.checks;

import static dev.datamart.conformance.requirement.Rule.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.contract.Family;
import dev.datamart.conformance.contract.Operation;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.scene.Documented;
import dev.datamart.conformance.scene.Scene;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** The families are three spellings of one thing. */
final class FamilyChecks {
  private static final int TRIALS = 4;

  private FamilyChecks() {}

  static List<Requirement> all() {
    return List.of(
        docs("LEGACY-LISTS-THE-SAME", "A deprecated list shows what its successor shows.")
            .on(Operation.LIST_DATAMARTS, Operation.LIST_EMBEDS, Operation.LIST_API_TOKENS)
            .only(Family.CAMEL, Family.VERB)
            .check(FamilyChecks::sameList),
        docs("LEGACY-ANSWERS-THE-SAME", "A deprecated form answers as its successor does.")
            .on(Operation.values())
            .only(Family.CAMEL, Family.VERB)
            .trait(Trait.RANDOM)
            .hint("Asked with requests spoilt at random, in both spellings alike.")
            .check(FamilyChecks::sameAnswers));
  }

  private static void sameList(Scene s) {
    s.given().embed(s.given().datamart());
    Call legacy = s.accepted();
    JsonNode old = s.expect(s.send(legacy)).list();
    JsonNode recommended = s.expect(s.send(respelled(legacy))).list();
    s.demand(
        mine(s, recommended).equals(mine(s, old)), "the same items as in the kebab form", "others");
  }

  /** Items of this run's own making; other work may go on beside the check. */
  private static List<JsonNode> mine(Scene s, JsonNode data) {
    List<JsonNode> items = new ArrayList<>();
    String prefix = s.unused().replaceAll("[0-9]+$", "");
    for (JsonNode item : data) {
      if (item.toString().contains(prefix)) {
        items.add(Documented.item(s.subject(), item));
      }
    }
    return items;
  }

  private static void sameAnswers(Scene s) {
    for (int trial = 0; trial < TRIALS; trial++) {
      long seed = s.random().nextLong();
      Call legacy = spoilt(s.accepted(), new Random(seed));
      Call kebab = spoilt(respelled(s.accepted()), new Random(seed));
      Exchange old = s.send(legacy);
      Exchange recommended = s.send(kebab);
      String expected = essence(recommended);
      String came = essence(old);
      s.demand(expected.equals(came), "as the kebab form: " + expected, came);
    }
  }

  private static Call respelled(Call call) {
    Call kebab = Call.of(call.operation(), Family.KEBAB).arguments(call.arguments());
    return kebab.authorization(call.authorization());
  }

  /** Takes a member away, empties it, or gives it a strange text. */
  private static Call spoilt(Call call, Random random) {
    ObjectNode arguments = call.arguments();
    List<String> names = new ArrayList<>(new TreeSet<>(names(arguments)));
    if (names.isEmpty() || random.nextInt(4) == 0) {
      return call;
    }
    String name = names.get(random.nextInt(names.size()));
    return switch (random.nextInt(3)) {
      case 0 -> call.without(name);
      case 1 -> call.with(name, "");
      default -> {
        String strange = Arrays.asList("?", " ", "x/y", "\u00e9").get(random.nextInt(4));
        yield call.with(name, arguments.path(name).asText() + strange);
      }
    };
  }

  private static List<String> names(ObjectNode arguments) {
    List<String> names = new ArrayList<>();
    arguments.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** What has to be the same: status, code, and the members of a success. */
  private static String essence(Exchange exchange) {
    if (exchange.status() >= 400) {
      return exchange.status() + " " + exchange.code();
    }
    List<String> members = new ArrayList<>();
    exchange.json().fieldNames().forEachRemaining(members::add);
    return exchange.status() + " " + Json.array(members.stream().sorted().toArray());
  }
}
