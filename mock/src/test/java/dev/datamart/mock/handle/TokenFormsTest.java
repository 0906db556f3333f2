package dev.datamart.mock.handle;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.world.MockOptions;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token is taken out of what is shown, however it is written there. */
@Timeout(60)
class TokenFormsTest {

  private static final String TOKEN = "1f3a9c5e-27b4-4d68-8e0f-a1c2b3d4e5f6";
  private static final String ODD = "dbn.live/ab c+12=ü";

  /** Each form of a token, in the words of a caller who puts it in a query or a body. */
  static Stream<String> forms() {
    return Stream.of(TOKEN, ODD)
        .flatMap(
            token ->
                Stream.of(
                    token,
                    "x" + token + "y",
                    percent(token, "%%%02x"),
                    percent(token, "%%%02X"),
                    percent(token.substring(0, 5), "%%%02X") + token.substring(5),
                    token.substring(0, 9)
                        + percent(token.substring(9, 10), "%%%02x")
                        + token.substring(10),
                    percent(percent(token, "%%%02X"), "%%%02X"),
                    json(token),
                    json(token.substring(0, 3)) + token.substring(3),
                    base64(token),
                    base64("user:" + token),
                    base64(token + ":"),
                    "Basic" + base64("me:" + token),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(utf8("u:" + token)),
                    percent(base64("user:" + token), "%%%02X")));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void no_form_of_a_token_is_shown(String form) throws IOException {
    String shown = mask().mask("name=" + form + "&other=1");

    assertThat(shown).contains("…").endsWith("&other=1").doesNotContain(form);
    assertThat(undone(shown)).doesNotContain("27b4", "ab c", "ab+c", "live/ab");
  }

  @Test
  void upper_case_and_no_dashes_are_forms_too() throws IOException {
    assertThat(mask().mask("a " + TOKEN.toUpperCase(Locale.ROOT) + " b")).isEqualTo("a …E5F6 b");
    assertThat(mask().mask("a " + TOKEN.replace("-", "") + " b")).isEqualTo("a …e5f6 b");
  }

  @Test
  void other_texts_are_left_as_they_are() throws IOException {
    for (String text :
        List.of(
            "",
            "%",
            "%4",
            "%zz \\u12 \\u12zz",
            "{\"name\": \"Zoë 👩‍💻\", \"id\": \"1f3a9c5e-27b4-4d68-8e0f-a1c2b3d4e5f7\"}",
            base64("nothing in here that opens anything"),
            "a=b%20c&d=%C3%BC")) {
      assertThat(mask().mask(text)).isEqualTo(text);
    }
  }

  @Test
  void a_target_stays_one_that_can_be_sent() throws IOException {
    String shown = mask().maskTarget("/a?b=" + percent(TOKEN, "%%%02x") + "&c=\u00fc\u009b d");

    assertThat(shown).isEqualTo("/a?b=%E2%80%A6e5f6&c=%FC%9B%20d");
  }

  @Test
  void names_methods_and_ids_that_are_tokens_do_not_show() throws IOException {
    try (TestMock mock = TestMock.start()) {
      Tenant own = mock.newTenant();
      String token = own.serviceToken();
      Caller control = mock.control();
      own.service().post("/data-app", Map.of("name", token));
      own.service().send("DELETE", "/data-app?name=" + token, null);
      Caller.exchange(
          own.request("/data-app").method("X-" + token, BodyPublishers.noBody()).build());
      own.fault("effect", "error", "name", token, "message", "no " + token);
      control.post("/organizations", body("id", "renamed", "name", token));

      assertThat(control.post("/faults", body("effect", "error", "id", token)).message())
          .contains("must not be a token");
      assertThat(control.post("/organizations", body("id", token)).message())
          .contains("must not be a token");
      String organization = "/organizations/" + own.id();
      for (String path :
          List.of(
              "/journal",
              "/journal/har",
              "/journal/curl",
              "/faults",
              "/organizations",
              "/organizations/renamed",
              organization + "/difference?from=0&to=1",
              organization + "/versions",
              "/migration")) {
        assertThat(control.get(path).body()).as(path).doesNotContain(token);
      }
      assertThat(control.get("/journal").body()).contains("\"X-…");
    }
  }

  @TempDir static Path folder;

  /** Returns what masks the tokens of a server that has one of each kind. */
  private static TokenMask mask() throws IOException {
    return Masks.MASK;
  }

  private static final class Masks {
    static final TokenMask MASK = made();

    private static TokenMask made() {
      try {
        Path seed = folder.resolve("seed.json");
        Files.writeString(
            seed,
            "{\"organizations\": [{\"id\": \"a\", \"name\": \"A\", \"serviceTokens\": [\"%s\", \"%s\"]}]}"
                .formatted(TOKEN, ODD));
        TestMock mock = TestMock.start(MockOptions.defaults().withSeed(seed.toString()));
        mock.api().with(TOKEN).get("/data-app");
        return TokenMask.of(
            mock.server().world(), mock.server().world().journal().find(1).orElseThrow());
      } catch (IOException failed) {
        throw new AssertionError(failed);
      }
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(utf8(text));
  }

  private static String percent(String text, String form) {
    StringBuilder out = new StringBuilder();
    for (byte each : utf8(text)) {
      out.append(form.formatted(each & 0xff));
    }
    return out.toString();
  }

  private static String json(String text) {
    return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }

  private static String undone(String text) {
    Unescaped view = Unescaped.of(text);
    for (int level = 0; level < 4; level++) {
      view = view.undone();
    }
    return view.bytes();
  }
}
