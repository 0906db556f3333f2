package dev.datamart.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.client.model.CreateDataAppRequest;
import dev.datamart.client.model.ListWorkspaceMetricsRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What would arrive as something else is refused before it is sent, with a sentence and without a
 * secret.
 */
@Timeout(30)
class UnsendableTest {

  private static final String SECRET = "11111111-1111-4111-8111-111111111111";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%s\\n   | ends in U+000A LINE FEED (LF), which no header can carry",
        "%s\\r   | ends in U+000D CARRIAGE RETURN (CR), which no header can carry",
        "%s\\r\\n| has at position 37 U+000D CARRIAGE RETURN (CR), which no header can carry",
        "\\n%s   | has at position 1 U+000A LINE FEED (LF), which no header can carry",
        "%s\\tx  | has at position 37 U+0009 CHARACTER TABULATION, which no header can carry",
        "%s\\0   | ends in U+0000 NULL, which no header can carry",
        "%s\u00e9| ends in U+00E9 LATIN SMALL LETTER E WITH ACUTE, which no header can carry",
        "%s\u20ac| ends in U+20AC EURO SIGN, which no header can carry",
        "%s\ud83d\ude00| ends in U+1F600 GRINNING FACE, which no header can carry",
        "%s_     | has a blank at an end, which gets lost on the way",
        "_%s     | has a blank at an end, which gets lost on the way",
      })
  void a_token_that_no_header_can_carry(String pattern, String why) {
    String token = pattern.translateEscapes().replace('_', ' ').formatted(SECRET);

    assertThat(failureOf(() -> DatamartClient.of("http://127.0.0.1:1", token)))
        .startsWith(
            "java.lang.IllegalArgumentException: The token "
                + why
                + ". Strip what is not part of it.")
        .doesNotContain(SECRET);
    var client = DatamartClient.of("http://127.0.0.1:1", "a-token");
    assertThat(failureOf(() -> client.withToken(token))).contains(why).doesNotContain(SECRET);
  }

  @Test
  void a_header_that_cannot_be_carried() throws IOException {
    try (var service = new CannedService(200, "{\"data\":[]}")) {
      var workspaces = service.client().workspaces();

      assertThat(
              failureOf(
                  () -> workspaces.listWorkspaces(null, null, Map.of("X-Key", SECRET + "\n"))))
          .contains("listWorkspaces was not sent: the header X-Key ends in U+000A LINE FEED (LF),")
          .doesNotContain(SECRET);
      assertThat(failureOf(() -> workspaces.listWorkspaces(null, null, Map.of("Host", "x"))))
          .contains("listWorkspaces was not sent: restricted header name: \"Host\"");
      assertThat(service.lastRequest()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "a\ude00b", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
  void half_of_a_character_in_a_query_or_in_a_body(String name) throws IOException {
    try (var service = new CannedService(200, "{\"id\":\"x\",\"name\":\"x\",\"data\":[]}")) {
      DatamartClient client = service.client();

      assertThatThrownBy(() -> client.datamarts().deleteDatamart(name))
          .isInstanceOf(ApiException.class)
          .hasMessageStartingWith("deleteDatamart was not sent: datamartName ")
          .hasMessageEndingWith("which is half of a character");
      assertThatThrownBy(
              () -> client.dataApps().createDataApp(new CreateDataAppRequest().name(name)))
          .isInstanceOf(ApiException.class)
          .hasMessageStartingWith("createDataApp was not sent: the body ")
          .hasMessageEndingWith("which is half of a character");
      assertThat(service.lastRequest()).isEmpty();
    }
  }

  @Test
  void whole_characters_of_every_kind_arrive() throws IOException {
    try (var service = new CannedService(200, "{\"data\":[]}")) {
      String name = "\ud83d\ude00 \u0000 \uFEFF \u202e ü";

      service
          .client()
          .workspaces()
          .listWorkspaceMetrics(new ListWorkspaceMetricsRequest().workspaceName(name));

      assertThat(service.lastBody())
          .isEqualTo("{\"workspaceName\":\"" + name.replace("\u0000", "\\u0000") + "\"}");
    }
  }

  @Test
  void an_argument_that_is_missing() {
    var client = DatamartClient.of("http://127.0.0.1:1", "a-token");

    assertThatThrownBy(() -> client.datamarts().deleteDatamart(null))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.getStatus()).isZero())
        .hasMessage("deleteDatamart was not sent: datamartName is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:8080",
        "localhost:8080",
        "ftp://127.0.0.1",
        "http://my_host",
        "http://",
        "http://a b",
        "http://127.0.0.1:99999",
        "http://me:secret@127.0.0.1",
        "http://127.0.0.1\n"
      })
  void a_base_url_that_is_none(String baseUrl) {
    assertThatThrownBy(() -> DatamartClient.of(baseUrl, "a-token"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The base URL must be http:// or https:// with a host and no password, such as"
                + " http://127.0.0.1:8080.");
  }

  /** Returns all that a log would show of it, causes included. */
  private static String failureOf(ThrowingCallable call) {
    StringWriter shown = new StringWriter();
    try {
      call.call();
    } catch (Throwable e) {
      e.printStackTrace(new PrintWriter(shown));
    }
    return shown.toString();
  }
}
