package dev.datamart.mock.admin;

import static dev.datamart.mock.admin.AdminRoute.route;

import dev.datamart.mock.admin.AdminRoute.Reply;
import dev.datamart.mock.handle.ExchangeJson;
import dev.datamart.mock.handle.JournalHandle.Verdict;
import dev.datamart.mock.journal.CallCount;
import dev.datamart.mock.journal.ExchangeFilter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened: look at it, prove it, take it along. */
final class JournalAdmin {

  private static final int USUAL = 100;
  private static final int MOST = 1_000;
  private static final String LIMIT = "limit";

  static final List<AdminRoute> ROUTES =
      List.of(
          route("GET journal", call -> new Exchanges(mark(call), find(call, USUAL))),
          route(
              "GET journal/{number : \\d+}",
              call -> call.server().journal().exchange(call.number())),
          route("DELETE journal", JournalAdmin::clear),
          route("POST journal/verify", Claim.class, JournalAdmin::verify),
          route("GET journal/har", call -> Har.of(call.server().baseUri(), find(call, MOST))),
          route("GET journal/curl", JournalAdmin::curl).as("text/plain; charset=utf-8"));

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
      @Nullable Integer count,
      @Nullable Integer atLeast,
      @Nullable Integer atMost) {

    /** Refuses a claim that can never hold, or always does by a slip. */
    Claim {
      int least = atLeast == null ? 0 : atLeast;
      int most = atMost == null ? Integer.MAX_VALUE : atMost;
      boolean isSaidTwice = count != null && (atLeast != null || atMost != null);
      if (isSaidTwice || least < 0 || most < least || (count != null && count < 0)) {
        throw new IllegalArgumentException(
            "Give either \"count\", or \"atLeast\" and \"atMost\", none of them negative.");
      }
    }
  }

  /** Forgets all exchanges, or those of one organization. */
  private static Exchanges clear(AdminCall call) {
    call.server().journal(call.query("organization")).clear();
    return new Exchanges(mark(call), List.of());
  }

  /** Answers 200 when the claim holds and 409 when it does not, with what was found. */
  private static Reply verify(AdminCall call, Claim claim) {
    ExchangeFilter meant = claim.filter() == null ? ExchangeFilter.ALL : claim.filter();
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
   * Finds what the query parameters say. What is misspelt in them would let everything through, or
   * nothing, so it is refused.
   *
   * @param usual how many exchanges are found at most when there is no limit
   */
  private static List<ExchangeJson> find(AdminCall call, int usual) {
    Map<String, String> given = call.queries();
    for (String name : given.keySet()) {
      if (known().noneMatch(name::equals)) {
        throw AdminException.unknown(name, known());
      }
    }
    String limit = given.remove(LIMIT);
    ExchangeFilter filter = AdminJson.parse(AdminJson.bytes(given), ExchangeFilter.class);
    int most =
        limit == null ? usual : (int) Math.max(0, Math.min(AdminCall.number(LIMIT, limit), MOST));
    return call.server().journal().find(filter, most);
  }

  private static Stream<String> known() {
    return Stream.concat(
        Arrays.stream(ExchangeFilter.class.getRecordComponents()).map(RecordComponent::getName),
        Stream.of(LIMIT));
  }
}
