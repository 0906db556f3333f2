package dev.datamart.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.RawSocket;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fault does to a call, set by rule or by header. */
@Timeout(30)
class FaultEffectTest {

  private static final String LIST = "/data-app/datamarts?expandDetails=false";
  private static final String DELETE = "/data-app/datamart?datamartName=sales-datamart";

  private final Tenant own = Tenant.demo();

  @ParameterizedTest
  @CsvSource({
    "error, 500, INTERNAL_SERVER_ERROR",
    "unexpected-failure, 500, INTERNAL_SERVER_ERROR",
    "error 503, 503, INTERNAL_SERVER_ERROR",
    "error 400, 400, INVALID_REQUEST_BODY",
    "error 413, 413, PAYLOAD_TOO_LARGE",
    "expired, 401, AUTHENTICATION_ERROR",
    "too-many-requests, 429, TOO_MANY_REQUESTS",
    "applied-then-error 502, 502, INTERNAL_SERVER_ERROR"
  })
  void a_header_asks_for_an_error_for_one_request(String header, int status, String code) {
    Reply reply = withHeader(LIST, header);

    assertThat(reply.verdict()).isEqualTo(status + " " + code);
    assertThat(own.service().get(LIST).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "error 99",
        "error 200",
        "error 1000",
        "error x",
        "delay -5",
        "delay 600001",
        "delay 99999999999",
        "too-many-requests -1",
        "reset 5",
        ""
      })
  void a_header_that_is_not_understood_is_refused_with_what_would_be(String header) {
    Reply reply = withHeader(LIST, header);

    assertThat(reply.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
    assertThat(reply.message()).contains("X-Mock-Fault").contains("applied-then-error");
  }

  @Test
  void any_code_of_the_contract_comes_with_its_own_status_and_words() {
    own.fault("effect", "error", "code", "INVALID_TENANCY", "times", 1);
    own.fault("effect", "error", "code", "INVALID_EMBED_ID", "status", 418, "times", 1);
    own.fault("effect", "error", "message", "No coffee", "times", 1);

    assertThat(get(LIST).message()).isEqualTo("Invalid tenancy level for organization");
    assertThat(get(LIST).verdict()).isEqualTo("418 INVALID_EMBED_ID");
    assertThat(get(LIST).message()).isEqualTo("No coffee");
  }

  @ParameterizedTest
  @CsvSource({
    "code, '\"INVALID_REQUEST_BODY\"', 400, Malformed JSON in request body",
    "status, 400, 400, Malformed JSON in request body",
    "status, 418, 418, Malformed JSON in request body",
    "code, '\"AUTHENTICATION_ERROR\"', 401, API key is invalid or expired",
    "code, '\"INVALID_EMBED_ID\"', 400, Embed not found",
    "status, 599, 599, Unexpected failure"
  })
  void of_the_rows_of_a_code_or_status_the_plainest_is_heard(
      String member, String value, int status, String words) {
    own.fault("effect", "error", "times", 1, member, new RawValue(value));

    Reply reply = get(LIST);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.message()).isEqualTo(words);
  }

  @Test
  void too_many_requests_says_when_to_come_again() {
    own.fault("effect", "too-many-requests", "retryAfterSeconds", 7, "times", 1);

    assertThat(own.service().get(LIST).header("Retry-After")).contains("7");
    assertThat(withHeader(LIST, "too-many-requests 30").header("Retry-After")).contains("30");
  }

  @Test
  void an_expired_token_is_refused_as_a_dead_one_is() {
    Reply service = withHeader("/data-app", "expired");
    Reply either = withHeader(LIST, "expired");

    assertThat(service.message()).isEqualTo("Invalid or expired service token");
    assertThat(either.message()).isEqualTo("API key is invalid or expired");
    assertThat(either.header("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void a_change_that_failed_after_it_was_applied_has_happened() {
    Reply failed =
        Caller.exchange(
            own.request(DELETE).header("X-Mock-Fault", "applied-then-error").DELETE().build());

    assertThat(failed.verdict()).isEqualTo("500 INTERNAL_SERVER_ERROR");
    assertThat(own.service().delete(DELETE).message()).isEqualTo("Datamart not found");
    JsonNode exchange = own.journal("&isChange=true").get(0);
    assertThat(exchange.path("outcome").asText()).isEqualTo("applied-then-error");
    assertThat(exchange.path("difference").path("removed").toString()).contains("sales-datamart");
  }

  @Test
  void a_change_that_is_refused_anyway_is_not_made_to_fail_otherwise() {
    own.fault("effect", "applied-then-error", "operations", List.of("deleteDatamart"));

    assertThat(own.service().delete("/data-app/datamart?datamartName=none").message())
        .isEqualTo("Datamart not found");
  }

  @Test
  void a_reset_before_the_change_leaves_everything_as_it_was() throws Exception {
    assertReset(DELETE, "reset");

    assertThat(own.service().delete(DELETE).status()).isEqualTo(200);
  }

  @Test
  void a_reset_after_the_change_hides_that_it_happened() throws Exception {
    assertReset(DELETE, "applied-then-reset");

    assertThat(own.service().delete(DELETE).message()).isEqualTo("Datamart not found");
    assertThat(own.journal("&status=0").get(0).path("difference").isObject()).isTrue();
  }

  @Test
  void a_truncated_answer_announces_more_than_it_brings() throws Exception {
    String whole = get(LIST).body();

    try (RawSocket socket = TestMock.shared().socket()) {
      String heard = socket.say(raw("GET", LIST, "truncate")).rest();

      assertThat(heard).contains("Content-Length: " + whole.length());
      String body = heard.substring(heard.indexOf("\r\n\r\n") + 4);
      assertThat(whole).startsWith(body);
      assertThat(body).hasSize(whole.length() / 2);
    }
  }

  @Test
  void a_malformed_answer_says_that_it_is_json_and_is_not() {
    Reply reply = withHeader(LIST, "malformed");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).contains("application/json");
    assertThatThrownBy(reply::json).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_slow_body_comes_whole_and_late() {
    long before = System.nanoTime();
    Reply slow = withHeader(LIST, "slow-body 400");

    assertThat(Duration.ofNanos(System.nanoTime() - before).toMillis()).isGreaterThanOrEqualTo(300);
    assertThat(slow.body()).isEqualTo(get(LIST).body());
  }

  @Test
  void a_delay_is_fixed_or_drawn_from_a_range() {
    own.fault("effect", "delay", "delayMillis", 150, "times", 1);
    own.fault("effect", "delay", "delayMillis", 10, "maxDelayMillis", 200, "seed", 3);

    assertThat(millis()).isGreaterThanOrEqualTo(150);
    LongSummaryStatistics drawn = LongStream.generate(this::millis).limit(6).summaryStatistics();
    assertThat(drawn.getMin()).isGreaterThanOrEqualTo(10);
    assertThat(drawn.getMax() - drawn.getMin()).isGreaterThan(10);
  }

  @Test
  void an_error_can_come_late_too() {
    own.fault("effect", "error", "delayMillis", 120, "times", 1);

    long before = System.nanoTime();
    assertThat(get(LIST).status()).isEqualTo(500);
    assertThat(Duration.ofNanos(System.nanoTime() - before).toMillis()).isGreaterThanOrEqualTo(120);
  }

  private long millis() {
    long before = System.nanoTime();
    assertThat(get(LIST).status()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - before).toMillis();
  }

  private void assertReset(String path, String fault) throws Exception {
    try (RawSocket socket = TestMock.shared().socket()) {
      socket.say(raw("DELETE", path, fault));

      assertThatThrownBy(socket::rest)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  private String raw(String method, String path, String fault) {
    return method
        + " /api/v2"
        + path
        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + own.serviceToken()
        + "\r\nX-Mock-Fault: "
        + fault
        + "\r\n\r\n";
  }

  private Reply get(String path) {
    return Caller.exchange(own.request(path).GET().build());
  }

  private Reply withHeader(String path, String fault) {
    return Caller.exchange(own.request(path).header("X-Mock-Fault", fault).GET().build());
  }
}
