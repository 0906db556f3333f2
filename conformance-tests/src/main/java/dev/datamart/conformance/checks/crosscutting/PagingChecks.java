package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import dev.datamart.conformance.checks.shared.Shown;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Burst;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists in pages of ten. */
public final class PagingChecks {
  static final int SIZE = 10;
  private static final Set<Integer> TELLING = Set.of(0, 1, 9, 10, 11, 20, 21);

  /** So many that page numbers have two digits, the last for one item alone. */
  private static final int MANY = 101;

  /** Ends of names, neither rising nor falling, so that no sorted list is in their order. */
  static final String UNSORTED = "mczafyqbxdwgvhu";

  private PagingChecks() {}

  public static List<Requirement> all() {
    return List.of(
        docs("PAGE-EMBEDS-HOLD-TEN", "Pages of embeds hold ten each and lose nothing.")
            .on(Operation.LIST_EMBEDS)
            .trait(Trait.SERVICE_TOKEN, Trait.LONG)
            .hint("Asked with 0, 1, 9, 10, 11, 20, 21 and 101 embeds in a data app of its own.")
            .check(s -> embeds(s, false)),
        decided("PAGE-EMBEDS-KEEP-ORDER", "Pages joined are the whole list, in creation order.")
            .on(Operation.LIST_EMBEDS)
            .trait(Trait.SERVICE_TOKEN, Trait.LONG)
            .check(s -> embeds(s, true)),
        docs("PAGE-TOKENS-HOLD-TEN", "Pages of API tokens hold ten each and lose nothing.")
            .on(Operation.LIST_API_TOKENS)
            .hint("Select the keys of the data app first, and cut pages of ten from those.")
            .check(s -> tokens(s, false)),
        decided("PAGE-TOKENS-KEEP-ORDER", "Pages joined are the whole list, in creation order.")
            .on(Operation.LIST_API_TOKENS)
            .check(s -> tokens(s, true)));
  }

  private static void embeds(CheckContext s, boolean order) {
    App app = s.given().dataAppWithKey();
    String datamart = s.given().datamart();
    Call list = s.call(Operation.LIST_EMBEDS).as(app.key());
    List<String> made = new ArrayList<>();
    for (int count = 0; count <= 21; count++) {
      if (TELLING.contains(count)) {
        hold(s, list, made, order);
      }
      made.add(s.given().embed(datamart, app));
    }
    if (!order) {
      Callable<String> maker = () -> s.given().embed(datamart, app);
      made.addAll(Burst.sideBySide(Collections.nCopies(MANY - made.size(), maker)));
      hold(s, list, made, false);
    }
  }

  /** The pages of a list, and the whole, have exactly what was made. */
  private static void hold(CheckContext s, Call list, List<String> made, boolean order) {
    List<String> whole = pages(s, list, order);
    List<String> expected = order ? made : sorted(made);
    List<String> came = order ? whole : sorted(whole);
    s.demand(expected.equals(came), made.size() + " embeds: " + expected, came.toString());
  }

  private static void tokens(CheckContext s, boolean order) {
    String app = s.given().a(DataApps.NOUN);
    Call list = s.call(Operation.LIST_API_TOKENS, "dataAppName", app);
    List<String> made = new ArrayList<>(keys(s, list));
    for (int count = made.size(); count <= SIZE + 1; count++) {
      if (TELLING.contains(count)) {
        List<String> whole = pages(s, list, order);
        s.demand(whole.size() == count, count + " keys", whole.size() + " keys");
        s.demand(!order || whole.equals(made), "keys in the order of their making", "another");
      }
      String name = s.unused() + UNSORTED.charAt(count);
      Call create = s.call(Operation.CREATE_API_TOKEN, "dataAppName", app, "name", name);
      made.add(s.require(s.send(create)).json().path("key").asText());
    }
  }

  /** Walks through the pages, judges them against the whole list, and gives the whole list. */
  static List<String> pages(CheckContext s, Call list, boolean order) {
    List<String> whole = keys(s, list);
    List<String> joined = new ArrayList<>();
    int expectedPages = (whole.size() + SIZE - 1) / SIZE;
    List<Exchange> answers =
        Burst.sideBySide(
            IntStream.rangeClosed(1, expectedPages)
                .mapToObj(number -> (Callable<Exchange>) () -> s.send(paged(list, number)))
                .toList());
    for (int number = 1; number <= expectedPages; number++) {
      Exchange answer = answers.get(number - 1);
      List<String> page = keys(s, answer);
      int expected = Math.min(SIZE, whole.size() - (number - 1) * SIZE);
      if (page.size() != expected) {
        throw s.fail(
            "page " + number + " of " + whole.size() + " items holds " + expected,
            "it holds " + page.size(),
            answer);
      }
      joined.addAll(page);
    }
    if (order) {
      s.demand(
          joined.equals(whole), "the pages joined are the whole list", joined + " of " + whole);
    } else {
      Set<String> again = repeated(joined);
      again.removeAll(repeated(whole));
      s.demand(again.isEmpty(), "no item is on two pages", again + " are");
    }
    return whole;
  }

  private static Set<String> repeated(List<String> texts) {
    Set<String> seen = new TreeSet<>();
    return texts.stream()
        .filter(text -> !seen.add(text))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Call paged(Call list, Object number) {
    Object shown = list.spelling().query() ? String.valueOf(number) : number;
    return list.with("isPagination", true).with("pageNumber", shown);
  }

  static List<String> keys(CheckContext s, Call list) {
    return keys(s, s.send(list));
  }

  /** The keys of the items, in their order. */
  private static List<String> keys(CheckContext s, Exchange answer) {
    String member = Nouns.role(answer.call().operation()).noun().key();
    return Shown.texts(s.expect(answer).list(), member);
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }
}
