package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.RawSocket;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in a query, byte by byte. A name that is read wrongly deletes the wrong thing. */
@Timeout(30)
class QueriesOnTheWireTest {

  private final Tenant tenant = Tenant.demo();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%4",
        "%zz",
        "%+1",
        "%-1",
        "sales%",
        "%FF",
        "%C3",
        "%C0%AF",
        "%ED%A0%80",
        "%F5%80%80%80",
        "\u00e9",
        "\u00ff"
      })
  void what_does_not_spell_a_name_in_utf_8_is_refused(String value) throws IOException {
    given("\ufffd", "\ufffd\ufffd", "\u0001");

    Reply reply = delete(value);

    assertThat(reply.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
    assertThat(tenant.version()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a#b", "a##b", "a#", "#a", "a%00", "a%23"})
  void no_character_ends_a_name_early(String value) throws IOException {
    given("a", "b");

    assertThat(delete(value).message()).isEqualTo("Datamart not found");
    assertThat(tenant.version()).isEqualTo(2);
  }

  @Test
  void raw_bytes_of_utf_8_are_the_name_they_spell() throws IOException {
    given("\u00e9");

    assertThat(delete("\u00c3\u00a9").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x]", "{x}", "a|b", "a^b", "a`b", "<x>", "a\\b", "a'b", "a;b", "a/b?c", "a=b", "a\"b"
      })
  void characters_that_clients_should_encode_and_do_not_are_taken_as_they_are(String name)
      throws IOException {
    given(name);

    assertThat(delete(name).json().path("id").asText()).isEqualTo(name);
  }

  @Test
  void a_plus_is_a_space_and_an_encoded_plus_is_a_plus() throws IOException {
    given("a b", "a+b");

    assertThat(delete("a+b").json().path("id").asText()).isEqualTo("a b");
    assertThat(delete("a%2Bb").json().path("id").asText()).isEqualTo("a+b");
  }

  @Test
  void nothing_is_decoded_twice() throws IOException {
    given("a", "%61");

    assertThat(delete("%2561").json().path("id").asText()).isEqualTo("%61");
    assertThat(delete("%61").json().path("id").asText()).isEqualTo("a");
  }

  private void given(String... names) {
    for (String name : List.of(names)) {
      assertThat(tenant.service().post("/data-app/datamarts", Bodies.datamart(name)).status())
          .isEqualTo(200);
    }
  }

  private Reply delete(String value) throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      return socket
          .say(
              "DELETE /api/v2/data-app/datamart?datamartName="
                  + value
                  + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                  + tenant.serviceToken()
                  + "\r\n\r\n")
          .hear();
    }
  }
}
