package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Problem.PAGINATION_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
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

  private PagingChecks() {}

  public static List<Requirement> all() {
    return List.of(
        docs("PAGE-EMBEDS-HOLD-TEN", "Pages of embeds hold ten each and lose nothing.")
            .on(Operation.LIST_EMBEDS)
            .trait(Trait.SERVICE_TOKEN, Trait.LONG)
            .hint("Asked with 0, 1, 9, 10, 11, 20 and 21 embeds in a data app of its own.")
            .check(s -> embeds(s, false)),
        decided("PAGE-EMBEDS-KEEP-ORDER", "Pages joined are the whole list, in creation order.")
            .on(Operation.LIST_EMBEDS)
            .trait(Trait.SERVICE_TOKEN, Trait.LONG)
            .check(s -> embeds(s, true)),
        docs("PAGE-TOKENS-HOLD-TEN", "Pages of API tokens hold ten each and lose nothing.")
            .on(Operation.LIST_API_TOKENS)
            .hint("Select the keys of the data app first, and cut pages of ten from those.")
            .check(PagingChecks::tokens),
        docs("PAGE-DEFAULTS-TO-FIRST", "Without pageNumber the first page comes.")
            .on(Operation.LIST_EMBEDS)
            .trait(Trait.SERVICE_TOKEN)
            .hint("Pages are counted from 1, and isPagination alone asks for the first.")
            .check(PagingChecks::defaultsToFirst),
        docs("PAGE-NEEDS-TO-BE-ASKED-FOR", "Without isPagination the whole list comes.")
            .on(Operation.LIST_EMBEDS)
            .trait(Trait.SERVICE_TOKEN)
            .hint(
                "No default limit; \"false\" is a text that is not true; pageNumber asks nothing.")
            .check(PagingChecks::wholeUnlessAsked),
        decided("PAGE-PAST-THE-END-IS-EMPTY", "A page past the end is an empty list.")
            .on(PagingChecks::isPaged)
            .trait(Trait.READS_ONLY)
            .check(PagingChecks::pastTheEnd),
        decided("PAGE-NUMBER-IS-CHECKED", "A pageNumber below 1 or no number is refused.")
            .on(PagingChecks::isPaged)
            .trait(Trait.READS_ONLY)
            .problems(PAGINATION_INVALID)
            .check(PagingChecks::badNumbers),
        decided("PAGE-SWITCH-IS-CHECKED", "An isPagination that is no truth value is refused.")
            .on(PagingChecks::isPaged)
            .trait(Trait.READS_ONLY)
            .problems(PAGINATION_INVALID)
            .check(PagingChecks::badSwitches));
  }

  private static boolean isPaged(Operation operation) {
    return operation.problems(Family.KEBAB).contains(PAGINATION_INVALID);
  }

  private static void embeds(CheckContext s, boolean order) {
    App app = s.given().dataAppWithKey();
    String datamart = s.given().datamart();
    Call list = s.call(Operation.LIST_EMBEDS).as(app.key());
    List<String> made = new ArrayList<>();
    for (int count = 0; count <= 21; count++) {
      if (TELLING.contains(count)) {
        List<String> whole = pages(s, list, order);
        List<String> expected = order ? made : sorted(made);
        s.demand(
            expected.equals(order ? whole : sorted(whole)),
            count + " embeds: " + expected,
            (order ? whole : sorted(whole)).toString());
      }
      made.add(s.given().embed(datamart, app));
    }
  }

  private static void tokens(CheckContext s) {
    String app = s.given().a(DataApps.NOUN);
    Call list = s.call(Operation.LIST_API_TOKENS, "dataAppName", app);
    int before = keys(s, list).size();
    for (int count = before; count <= SIZE + 1; count++) {
      if (TELLING.contains(count)) {
        int whole = pages(s, list, false).size();
        s.demand(whole == count, count + " keys", whole + " keys");
      }
      s.require(s.send(s.call(Operation.CREATE_API_TOKEN, "dataAppName", app, "name", s.unused())));
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

  private static Call paged(Call list, Object number) {
    Object shown = list.spelling().query() ? String.valueOf(number) : number;
    return list.with("isPagination", true).with("pageNumber", shown);
  }

  private static List<String> keys(CheckContext s, Call list) {
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

  private static Call elevenEmbeds(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String datamart = s.given().datamart();
    for (int i = 0; i < SIZE + 1; i++) {
      s.given().embed(datamart, app);
    }
    return s.call(Operation.LIST_EMBEDS).as(app.key());
  }

  private static void defaultsToFirst(CheckContext s) {
    Call list = elevenEmbeds(s);
    List<String> first = keys(s, paged(list, 1));
    List<String> unnumbered = keys(s, list.with("isPagination", true));
    // The second page holds one, so that the number of items tells which page it is.
    s.demand(unnumbered.size() == first.size(), "page 1: " + first, unnumbered.toString());
  }

  private static void wholeUnlessAsked(CheckContext s) {
    Call list = elevenEmbeds(s);
    for (Call call :
        List.of(
            list,
            list.with("isPagination", false),
            list.with("isPagination", false)
                .with("pageNumber", list.spelling().query() ? "2" : 2))) {
      int size = new TreeSet<>(keys(s, call)).size();
      s.demand(size == SIZE + 1, "all eleven embeds", size + " of them");
    }
  }

  private static void pastTheEnd(CheckContext s) {
    JsonNode data = s.expect(s.send(paged(s.accepted(), 9999))).list();
    s.demand(data.isEmpty(), "an empty list", data.size() + " items");
  }

  private static void badNumbers(CheckContext s) {
    Call list = s.accepted();
    List<Object> wrong = list.spelling().query() ? List.of("0", "-1", "x") : List.of(0, -1, "x");
    for (Object number : wrong) {
      s.expect(s.send(paged(list, number))).refuses(PAGINATION_INVALID);
    }
  }

  private static void badSwitches(CheckContext s) {
    for (Object wrong : List.of("yes", "maybe")) {
      s.expect(s.send(s.accepted().with("isPagination", wrong))).refuses(PAGINATION_INVALID);
    }
  }
}
