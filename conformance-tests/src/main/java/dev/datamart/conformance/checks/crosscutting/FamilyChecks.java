package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.conformance.context.Hindrance.ifAny;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The families are three spellings of one thing. */
public final class FamilyChecks {
  private static final int TRIALS = 4;

  /** What the contract knows of the top of an answer. */
  private static final Set<String> MEMBERS = Set.of("data", "error", "id", "name", "key", "token");

  private FamilyChecks() {}

  public static List<Requirement> all() {
    return List.of(
        docs("LEGACY-LISTS-THE-SAME", "A deprecated list shows what its successor shows.")
            .on(operation -> operation.id().startsWith("list") && operation.families().size() > 1)
            .only(Family.CAMEL, Family.VERB)
            .trait(Trait.ALONE)
            .hint("Whole, in pages and, for datamarts, without details.")
            .check(FamilyChecks::sameList),
        docs("LEGACY-ANSWERS-THE-SAME", "A deprecated form answers as its successor does.")
            .only(Family.CAMEL, Family.VERB)
            .trait(Trait.RANDOM)
            .hint("Asked with requests spoilt at random, in both spellings alike.")
            .check(FamilyChecks::sameAnswers));
  }

  private static void sameList(CheckContext s) {
    ifAny(() -> s.given().embed(s.given().datamart()));
    Call plain = s.accepted();
    sameItems(s, plain);
    for (int page = 1; page <= 2; page++) {
      sameItems(s, plain.with("isPagination", true).with("pageNumber", page));
    }
    if (s.subject() == Operation.LIST_DATAMARTS) {
      sameItems(s, plain.with("expandDetails", false));
    }
  }

  /**
   * Refused alike is alike as well: what comes past the end is open. Asked again when the successor
   * itself does not answer twice alike: somebody else may have changed something, or its pages are
   * in no order, and then the number of items has to do.
   */
  private static void sameItems(CheckContext s, Call legacy) {
    for (int trial = 0; trial < TRIALS; trial++) {
      List<JsonNode> once = items(s, respelled(legacy));
      List<JsonNode> old = items(s, legacy);
      boolean same = alike(once, old);
      boolean last = trial == TRIALS - 1;
      if (same || (last && once.size() == old.size())) {
        return;
      }
      s.demand(
          !last && !alike(once, items(s, respelled(legacy))),
          "the same items as in the kebab form, asked with " + legacy.arguments(),
          once.size() == old.size() ? "others" : told(old) + ", not " + told(once));
    }
  }

  private static String told(List<JsonNode> items) {
    boolean isRefusal = items.size() == 1 && items.get(0).isTextual();
    return isRefusal ? items.get(0).asText() : items.size() + " items";
  }

  private static List<JsonNode> items(CheckContext s, Call list) {
    List<JsonNode> items = new ArrayList<>();
    Exchange answer = s.send(list);
    if (answer.status() >= 400) {
      return List.of(Json.node(essence(answer)));
    }
    s.expect(answer)
        .list()
        .forEach(item -> items.add(Nouns.role(list.operation()).noun().known(item)));
    return items;
  }

  /** In whatever order: that of the items is no part of this requirement. */
  private static boolean alike(List<JsonNode> some, List<JsonNode> others) {
    return some.size() == others.size() && new HashSet<>(some).equals(new HashSet<>(others));
  }

  private static void sameAnswers(CheckContext s) {
    for (int trial = 0; trial < TRIALS; trial++) {
      long seed = s.random().nextLong();
      Call legacy = s.accepted();
      Call kebab = respelled(s.accepted());
      // Once as it is, since of spoilt requests every one may be refused.
      Exchange old = s.send(trial == 0 ? legacy : varied(legacy, new Random(seed)));
      Exchange recommended = s.send(trial == 0 ? kebab : varied(kebab, new Random(seed)));
      String expected = essence(recommended);
      String came = essence(old);
      s.demand(expected.equals(came), "as the kebab form: " + expected, came);
    }
  }

  private static Call respelled(Call call) {
    Call kebab = Call.of(call.operation(), Family.KEBAB).arguments(call.arguments());
    return kebab.authorization(call.authorization());
  }

  private static Call varied(Call call, Random random) {
    return !call.operation().isChange() && random.nextBoolean()
        ? paged(call, random)
        : spoilt(call, random);
  }

  /** A page, and sometimes none that there could be. */
  private static Call paged(Call list, Random random) {
    // What is wrong is wrong in another type where it travels as JSON, which may be told apart.
    boolean isText = RequestLine.of(list.operation(), Family.VERB).isEmpty();
    int choice = random.nextInt(isText ? 5 : 3);
    Object number = Arrays.<Object>asList(1, 1, 2, 0, "x").get(choice);
    return list.with("isPagination", choice > 0).with("pageNumber", number);
  }

  /** Takes a member away, empties it, or gives it a strange text. */
  private static Call spoilt(Call call, Random random) {
    List<String> places = new ArrayList<>();
    places("", call.arguments(), places);
    places.removeIf(place -> isOfOneFamily(place.substring(1), call.operation()));
    if (places.isEmpty()) {
      return call;
    }
    String place = places.get(random.nextInt(places.size()));
    return switch (random.nextInt(3)) {
      case 0 -> call.without(place);
      case 1 -> call.with(place, "");
      default -> {
        String strange = Arrays.asList("?", " ", "x/y", "\u00e9").get(random.nextInt(4));
        yield call.with(place, call.arguments().at(place).asText() + strange);
      }
    };
  }

  /** What is asked for by another name in another family is not spoilt in both alike. */
  private static boolean isOfOneFamily(String member, Operation operation) {
    return operation.families().stream()
        .anyMatch(family -> Contract.isOfOtherFamilies(member, operation, family));
  }

  /** JSON pointers to all members, those of objects in them included, in the order of names. */
  private static void places(String above, JsonNode tree, List<String> places) {
    List<String> names = new ArrayList<>();
    tree.fieldNames().forEachRemaining(names::add);
    for (String name : names.stream().sorted().toList()) {
      places.add(above + "/" + name);
      places(above + "/" + name, tree.path(name), places);
    }
    for (int i = 0; i < tree.size() && tree.isArray(); i++) {
      places(above + "/" + i, tree.path(i), places);
    }
  }

  /** What has to be the same: status and code, or the members and values of a success. */
  private static String essence(Exchange exchange) {
    if (exchange.status() >= 400) {
      return exchange.status() + " " + exchange.code();
    }
    Map<String, String> members = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : exchange.json().properties()) {
      if (MEMBERS.contains(member.getKey())) {
        String value = alike(member.getKey(), member.getValue(), exchange.call());
        members.put(member.getKey(), value);
      }
    }
    return exchange.status() + " " + members;
  }

  /** A value, or what it stands for where both calls have their own. */
  private static String alike(String member, JsonNode value, Call call) {
    if (member.equals("data")) {
      return value.isArray() ? "a list" : value.toString();
    }
    for (Map.Entry<String, JsonNode> argument : call.arguments().properties()) {
      if (value.isTextual()
          && value.asText().strip().equals(argument.getValue().asText().strip())) {
        return "the " + argument.getKey() + " given";
      }
    }
    boolean made = value.isTextual() && List.of("id", "key", "token").contains(member);
    return made ? "a new one" : value.toString();
  }
}
