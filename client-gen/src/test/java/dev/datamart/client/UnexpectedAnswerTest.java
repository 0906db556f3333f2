package dev.datamart.client;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datamart.client.api.WorkspacesApi;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is not what belongs there is one exception that keeps all that came. */
@Timeout(30)
class UnexpectedAnswerTest {

  private static final String LIST = "the body (application/json) is no ListDatamartsResponse: ";

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204})
  void without_a_body(int status) throws IOException {
    ApiException empty = failureOf(status, "application/json", "");

    assertThat(empty)
        .hasMessage("listDatamarts was answered with " + status + ", but " + LIST + "it is empty");
    assertThat(empty.getResponseBody()).isEmpty();
  }

  @Test
  void a_page_of_a_proxy() throws IOException {
    ApiException page = failureOf(200, "text/html; charset=utf-8", "<html>Please log in</html>");

    assertThat(page.getMessage())
        .startsWith(
            "listDatamarts was answered with 200, but the body (text/html; charset=utf-8) is no"
                + " ListDatamartsResponse: it is no JSON: Unexpected character ('<'");
    assertThat(page.getResponseBody()).isEqualTo("<html>Please log in</html>");
    assertThat(page.getResponseHeaders().firstValue("Content-Type"))
        .contains("text/html; charset=utf-8");
    assertThat(page.getErrorCode()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"data\":[{\"name\":\"sal    | Unexpected end-of-input",
        "{\"data\":[]}{\"data\":[]}    | Trailing token",
        "[]                            | Cannot deserialize value",
        "\"data\"                      | Cannot construct instance",
        "null                          | it is null",
        "{}                            | it has no data",
        "{\"data\":null}               | it has no data",
        "{\"data\":{}}                 | data: Cannot deserialize",
        "{\"data\":[\"sales\"]}        | data[0]: Cannot construct instance",
        "{\"data\":[{\"name\":[]}]}    | data[0].name: Cannot deserialize",
      })
  void json_that_is_broken_or_of_another_shape(String body, String why) throws IOException {
    ApiException broken = failureOf(200, "application/json", body);

    assertThat(broken.getMessage())
        .startsWith("listDatamarts was answered with 200, but " + LIST)
        .contains(why);
    assertThat(broken.getResponseBody()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1716712345678",
        "1716712345",
        "17167.5",
        "\"1716712345678\"",
        "\"\"",
        "\"yesterday\"",
        "\"2024-05-26\"",
        "\"2024-13-26T10:00:00Z\"",
        "true",
        "{}",
        "[1716712345678]"
      })
  void something_else_where_a_point_in_time_belongs(String value) throws IOException {
    String body = "{\"data\":[{\"name\":\"sales\",\"createdAt\":" + value + "}]}";

    ApiException wrong = failureOf(200, "application/json", body);

    assertThat(wrong.getMessage())
        .startsWith("listDatamarts was answered with 200, but " + LIST + "data[0].createdAt: ")
        .endsWith(" is no point in time in ISO 8601");
    assertThat(wrong.getResponseBody()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-05-26T10:32:25.678Z",
        "2024-05-26T12:32:25.678+02:00",
        "2024-05-26 10:32:25.678Z"
      })
  void a_point_in_time_in_iso_8601_is_read(String text) throws IOException {
    String body =
        "{\"data\":[{\"name\":\"sales\",\"createdAt\":\"" + text + "\",\"updatedAt\":null}]}";
    try (var service = new CannedService(200, body)) {
      var datamart = service.client().datamarts().listDatamarts(null, null, null).getData().get(0);

      assertThat(datamart.getCreatedAt().toInstant()).hasToString("2024-05-26T10:32:25.678Z");
      assertThat(datamart.getUpdatedAt()).isNull();
    }
  }

  @Test
  void the_envelope_of_an_error_with_200_has_its_code_and_message() throws IOException {
    ApiException refusal =
        failureOf(200, "application/json", "{\"error\":{\"code\":\"X\",\"message\":\"Y\"}}");

    assertThat(refusal.getStatus()).isEqualTo(200);
    assertThat(refusal.getErrorCode()).isEqualTo("X");
    assertThat(refusal.getErrorMessage()).isEqualTo("Y");
  }

  @Test
  void bytes_that_are_no_utf_8_do_not_become_another_name() throws IOException {
    byte[] bytes = "{\"data\":[{\"name\":\"Verk?ufe\"}]}".getBytes(UTF_8);
    bytes[new String(bytes, UTF_8).indexOf('?')] = (byte) 0xE4;

    assertThat(failureOf(200, "application/json", bytes)).hasMessageContaining("Invalid UTF-8");
  }

  @Test
  void a_byte_order_mark_makes_no_difference() throws IOException {
    for (byte[] bytes :
        new byte[][] {
          "\uFEFF{\"id\":\"ä\"}".getBytes(UTF_8), "\uFEFF{\"id\":\"ä\"}".getBytes(UTF_16BE)
        }) {
      try (var service = new CannedService(200, "text/plain", bytes)) {
        assertThat(service.client().datamarts().deleteDatamart("ä").getId()).isEqualTo("ä");
      }
    }
    byte[] refusal = "\uFEFF{\"error\":{\"code\":\"X\",\"message\":\"Y\"}}".getBytes(UTF_8);
    assertThat(failureOf(400, "text/plain", refusal).getErrorCode()).isEqualTo("X");
  }

  @Test
  void a_body_that_breaks_off_keeps_status_and_headers() throws IOException {
    String answer = "HTTP/1.1 200 OK\r\nX-Id: 7\r\nContent-Length: 100\r\n\r\n{\"data\":[";
    try (var service = new RawService(answer)) {
      ApiException broken = failureOf(service.client());

      assertThat(broken.getMessage())
          .startsWith("listDatamarts was answered with 200, but the body broke off");
      assertThat(broken.getStatus()).isEqualTo(200);
      assertThat(broken.getResponseHeaders().firstValue("X-Id")).contains("7");
      assertThat(broken).hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void a_body_that_does_not_end_is_given_up_in_time() throws IOException {
    try (var service = new CannedService(200, "application/json", null)) {
      ApiClient impatient = new ApiClient().setReadTimeout(Duration.ofSeconds(3));
      impatient.updateBaseUri(service.baseUrl());

      var slow =
          catchThrowableOfType(
              ApiException.class, () -> new WorkspacesApi(impatient).listWorkspaces(null, null));

      assertThat(slow)
          .hasMessage("listWorkspaces was answered with 200, but the body did not end in time");
      assertThat(slow.getStatus()).isEqualTo(200);
    }
  }

  @Test
  void a_strangers_text_is_cut_and_cannot_steer_a_terminal() throws IOException {
    String text = "\\u001b]0;x\\u0007\\u009b2J\\u202e" + "x".repeat(9_000);

    ApiException refusal =
        failureOf(
            400, "application/json", "{\"error\":{\"code\":\"X\",\"message\":\"" + text + "\"}}");

    assertThat(refusal.getMessage()).hasSizeLessThan(600).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    assertThat(refusal.getErrorMessage()).hasSizeGreaterThan(9_000);
  }

  private static ApiException failureOf(int status, String type, String body) throws IOException {
    return failureOf(status, type, body.getBytes(UTF_8));
  }

  private static ApiException failureOf(int status, String type, byte[] body) throws IOException {
    try (var service = new CannedService(status, type, body)) {
      ApiException failure = failureOf(service.client());
      assertThat(failure.getStatus()).isEqualTo(status);
      return failure;
    }
  }

  private static ApiException failureOf(DatamartClient client) {
    return catchThrowableOfType(
        ApiException.class, () -> client.datamarts().listDatamarts(null, null, null));
  }
}
