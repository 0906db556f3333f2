package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.conformance.checks.crosscutting.PagingChecks.SIZE;
import static dev.datamart.conformance.checks.crosscutting.PagingChecks.keys;
import static dev.datamart.conformance.checks.crosscutting.PagingChecks.paged;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Problem.PAGINATION_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.TreeSet;

/** What asks for a page, for which, and what is refused. */
public final class PageNumberChecks {
  /** One more than four bytes can count. */
  private static final long BEYOND_INT = 4_294_967_297L;

  private static final int TRIALS = 5;

  private PageNumberChecks() {}

  public static List<Requirement> all() {
    return List.of(
        docs("PAGE-DEFAULTS-TO-FIRST", "Without pageNumber the first page comes.")
            .on(Operation.LIST_EMBEDS)
            .trait(Trait.SERVICE_TOKEN)
            .hint("Pages are counted from 1, and isPagination alone asks for the first.")
            .check(PageNumberChecks::defaultsToFirst),
        docs("PAGE-NEEDS-TO-BE-ASKED-FOR", "Without isPagination the whole list comes.")
            .on(Operation.LIST_EMBEDS)
            .trait(Trait.SERVICE_TOKEN)
            .hint(
                "No default limit; \"false\" is a text that is not true; pageNumber asks nothing.")
            .check(PageNumberChecks::wholeUnlessAsked),
        decided("PAGE-PAST-THE-END-IS-EMPTY", "A page past the end is an empty list.")
            .on(PageNumberChecks::isPaged)
            .trait(Trait.READS_ONLY)
            .check(PageNumberChecks::pastTheEnd),
        decided("PAGE-NUMBER-IS-CHECKED", "A pageNumber below 1 or no number is refused.")
            .on(PageNumberChecks::isPaged)
            .trait(Trait.READS_ONLY)
            .problems(PAGINATION_INVALID)
            .check(PageNumberChecks::badNumbers),
        decided("PAGE-NUMBER-MAY-HAVE-A-ZERO-FRACTION", "In a body, pageNumber 1.0 is 1.")
            .on(PageNumberChecks::isPaged)
            .trait(Trait.READS_ONLY, Trait.BODY)
            .check(PageNumberChecks::onePointZero),
        decided("PAGE-SWITCH-IS-CHECKED", "An isPagination that is no truth value is refused.")
            .on(PageNumberChecks::isPaged)
            .trait(Trait.READS_ONLY)
            .problems(PAGINATION_INVALID)
            .check(PageNumberChecks::badSwitches));
  }

  private static boolean isPaged(Operation operation) {
    return operation.problems(Family.KEBAB).contains(PAGINATION_INVALID);
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
    Call list = s.accepted();
    // The first number of pages that is too large and begins with a page that is there.
    long tens = SIZE;
    while (tens <= (long) keys(s, list).size() / SIZE + 1) {
      tens *= 10;
    }
    for (long number : List.of(tens, 9999L, BEYOND_INT)) {
      JsonNode data = s.expect(s.send(paged(list, number))).list();
      s.demand(data.isEmpty(), "an empty list as page " + number, data.size() + " items");
    }
  }

  private static void badNumbers(CheckContext s) {
    Call list = s.accepted();
    List<Object> wrong =
        list.spelling().query() ? List.of("0", "-1", "x", "x1", "1x") : List.of(0, -1, "x");
    for (Object number : wrong) {
      s.expect(s.send(paged(list, number))).refuses(PAGINATION_INVALID);
    }
  }

  private static void onePointZero(CheckContext s) {
    Call list = s.accepted();
    for (int trial = 1; trial <= TRIALS; trial++) {
      List<String> first = keys(s, paged(list, 1));
      int size = keys(s, paged(list, 1.0)).size();
      if (size == first.size()) {
        return;
      }
      // Between the two somebody may have changed something, but not each time.
      s.demand(trial < TRIALS, "page 1: " + first, size + " items");
    }
  }

  private static void badSwitches(CheckContext s) {
    for (Object wrong : List.of("yes", "maybe")) {
      s.expect(s.send(s.accepted().with("isPagination", wrong))).refuses(PAGINATION_INVALID);
    }
  }
}
