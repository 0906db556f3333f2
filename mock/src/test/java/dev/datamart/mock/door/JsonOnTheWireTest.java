package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is JSON and what is not, to the byte. */
@Timeout(30)
class JsonOnTheWireTest {

  private static final String X = json(body("name", "x"));

  /** One a line; what cannot stand in a line has a name in capitals. */
  static final List<String> MALFORMED =
      """
      EMPTY
      BLANK
      []
      null
      5
      true
      "name"
      {
      }
      {"name":}
      {name:"x"}
      {'name':'x'}
      {"name":"x"} x
      {"name":"x"}{}
      {"name":"x",}
      {/**/"name":"x"}
      {"name":"x","n":NaN}
      {"name":"x","n":01}
      {"name":"aNEWLINEb"}
      {"name":"\\ud800"}
      {"name":"\\udc00x"}
      {"name":"x","\\udbff":1}
      {"name":"\\x41"}
      {"name":"x","deep":DEEP}
      {"name":"x","n":LONG}
      """
          .lines()
          .map(line -> line.replace("EMPTY", "").replace("BLANK", " ").replace("NEWLINE", "\n"))
          .map(line -> line.replace("DEEP", "[".repeat(100_000) + "]".repeat(100_000)))
          .map(line -> line.replace("LONG", "9".repeat(5_000)))
          .toList();

  /** Each char one byte. */
  static final List<String> NOT_UTF_8 =
      """
      {"name":"\u00ff"}
      {"name":"x\u00c0\u00af"}
      {"name":"\u00ed\u00a0\u0080"}
      {"name":"\u00f4\u0090\u0080\u0080"}
      {"name":"\u00f5\u0090\u0080\u0080"}
      {"name":"\u00e2\u0082"}
      {"name":"\u00e0\u0080\u00af"}
      {"name":"x\u0000"}
      """
          .lines()
          .toList();

  static final List<String> WELL_FORMED =
      """
      {"name":"x"}
       TAB{ "name" : "x" }NEWLINE
      {"name":"\\u0078"}
      {"n":1e400,"name":"x"}
      {"deep":[[[[{}]]]],"name":"x"}
      {"\\ud83d\\ude80":0,"name":"x"}
      """
          .lines()
          .map(line -> line.replace("TAB", "\n\t").replace("NEWLINE", "\r\n"))
          .toList();

  private final Tenant tenant = Tenant.demo();

  @ParameterizedTest
  @FieldSource("MALFORMED")
  void what_is_not_one_json_object_is_refused(String body) {
    refused(sent(body.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @FieldSource("NOT_UTF_8")
  void bytes_that_are_not_utf_8_are_refused(String bytes) {
    refused(sent(bytes.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
  void other_encodings_of_unicode_are_refused(String charset) {
    refused(sent(X.getBytes(Charset.forName(charset))));
  }

  @ParameterizedTest
  @FieldSource("WELL_FORMED")
  void all_else_is_read(String body) {
    assertThat(sent(body.getBytes(StandardCharsets.UTF_8)).body()).isEqualTo(X);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\ud83d\ude80", "\u05e9", "e\u0301", "\ufffd", "\uffff", "\u007f", "\u0001"})
  void any_unicode_comes_back_as_it_was_sent(String name) {
    Caller api = tenant.service();

    Reply reply = api.post("/data-app", java.util.Map.of("name", name));

    assertThat(reply.json().path("name").asText()).isEqualTo(name);
    assertThat(api.get("/data-app").each("name")).contains(name);
    assertThat(api.delete("/data-app?name=" + Caller.encoded(name)).status()).isEqualTo(200);
  }

  private void refused(Reply reply) {
    assertThat(reply.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
    assertThat(reply.message()).doesNotContain("Exception", "com.", "jackson", "line");
    assertThat(tenant.version()).isZero();
  }

  private Reply sent(byte[] body) {
    return Caller.exchange(
        tenant
            .request("/data-app")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }
}
