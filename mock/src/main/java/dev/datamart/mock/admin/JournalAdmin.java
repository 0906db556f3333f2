package dev.datamart.mock.admin;

import static dev.datamart.mock.admin.AdminRoute.route;

import dev.datamart.mock.admin.AdminQuery.Whose;
import dev.datamart.mock.admin.AdminRoute.Reply;
import dev.datamart.mock.handle.ExchangeJson;
import dev.datamart.mock.handle.JournalHandle.Verdict;
import dev.datamart.mock.journal.CallCount;
import dev.datamart.mock.journal.ExchangeFilter;
import dev.datamart.mock.json.Range;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened: look at it, prove it, take it along. */
final class JournalAdmin {

  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  // What is recorded has its tokens taken out already.
  static final List<AdminRoute> ROUTES =
      List.of(
          route("GET journal", call -> new Exchanges(mark(call), find(call, USUAL)))
              .asking(ExchangeFilter.class, Limit.class)
              .asItIs(),
          route(
                  "GET journal/{number : \\d+}",
                  call -> call.server().journal().exchange(call.number()))
              .asItIs(),
          route("DELETE journal", JournalAdmin::clear).asking(Whose.class),
          route("POST journal/verify", Claim.class, JournalAdmin::verify).asItIs(),
          route("GET journal/har", call -> Har.of(call.server().baseUri(), find(call, MOST)))
              .asking(ExchangeFilter.class, Limit.class),
          route("GET journal/curl", JournalAdmin::curl)
              .asking(ExchangeFilter.class, Limit.class)
              .as("text/plain; charset=utf-8"));

  private JournalAdmin() {}

  /**
   * Exchanges, oldest first.
   *
   * @param count how many were recorded since the start
   */
  record Exchanges(long count, List<ExchangeJson> exchanges) {}

  /**
   * What must have happened: that many exchanges of that kind.
   *
   * @param count exactly so many; at least one when nothing is said
   */
  record Claim(
      @Nullable ExchangeFilter filter,
      @Range(least = 0, most = Integer.MAX_VALUE) @Nullable Integer count,
      @Range(least = 0, most = Integer.MAX_VALUE) @Nullable Integer atLeast,
      @Range(least = 0, most = Integer.MAX_VALUE) @Nullable Integer atMost) {

    /** Refuses a claim that can never hold, or always does by a slip. */
    Claim {
      boolean isSaidTwice = count != null && (atLeast != null || atMost != null);
      if (isSaidTwice || (atLeast != null && atMost != null && atMost < atLeast)) {
        throw new IllegalArgumentException(
            "Give either \"count\", or \"atLeast\" and \"atMost\", the less of them first.");
      }
    }
  }

  /** How many exchanges are shown at most, the newest. */
  record Limit(@Range(least = 0, most = MOST) @Nullable Integer limit) {}

  /** Forgets all exchanges, or those of one organization. */
  private static Exchanges clear(AdminCall call) {
    call.server().journal(call.query(Whose.class).organization()).clear();
    return new Exchanges(mark(call), List.of());
  }

  /** Answers 200 when the claim holds and 409 when it does not, with what was found. */
  private static Reply verify(AdminCall call, Claim claim) {
    ExchangeFilter meant = claim.filter() == null ? ExchangeFilter.ALL : claim.filter();
    if (meant.organization() != null) {
      // Of one that is misspelt every claim that there was nothing would hold.
      call.server().organization(meant.organization());
    }
    CallCount wanted = CallCount.of(claim.count(), claim.atLeast(), claim.atMost());
    Verdict verdict = call.server().journal().verify(meant, wanted);
    return new Reply(verdict.isVerified() ? 200 : 409, verdict);
  }

  private static String curl(AdminCall call) {
    return find(call, MOST).stream()
        .map(exchange -> exchange.curl() + "\n")
        .collect(Collectors.joining());
  }

  private static long mark(AdminCall call) {
    return call.server().journal().mark();
  }

  /**
   * Finds what the query parameters say.
   *
   * @param usual how many exchanges are found at most when there is no limit
   */
  private static List<ExchangeJson> find(AdminCall call, int usual) {
    Integer limit = call.query(Limit.class).limit();
    return call.server()
        .journal()
        .find(call.query(ExchangeFilter.class), limit == null ? usual : limit);
  }
}
