package dev.datamart.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.datamart.spec.Family;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever token an answer shows, no report shows it. */
class SecretsTest {
  private static final String TOKEN = "0f8fad5b-d9cb-469f-a165-70867728950e";

  static Stream<String> secretMembers() {
    return Arrays.stream(Schema.values())
        .flatMap(schema -> schema.members().stream())
        .filter(Member::isSecret)
        .map(Member::name)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("secretMembers")
  void a_token_that_an_answer_shows_is_masked_from_then_on(String member) {
    Secrets secrets = new Secrets();

    secrets.learn(answer("{\"data\":[{\"" + member + "\":\"" + TOKEN + "\"}]}"));

    assertThat(secrets.mask("as " + TOKEN + " says")).doesNotContain(TOKEN).contains("as $");
  }

  @Test
  void what_the_contract_does_not_keep_secret_is_shown() {
    Secrets secrets = new Secrets();

    secrets.learn(answer("{\"id\":\"" + TOKEN + "\"}"));

    assertThat(secrets.mask(TOKEN)).isEqualTo(TOKEN);
  }

  @Test
  void what_is_left_of_a_token_that_was_cut_off_is_masked_too() {
    Secrets secrets = new Secrets().add(TOKEN, "T");

    assertThat(secrets.mask(Text.cut("as " + TOKEN, 20))).startsWith("as $T… (");
    assertThat(secrets.mask("as " + TOKEN.substring(0, 20))).doesNotContain("$T");
  }

  @Test
  void many_tokens_are_found_in_a_long_text_as_fast_as_few() {
    Secrets secrets = new Secrets();
    for (int number = 0; number < 20_000; number++) {
      secrets.add(TOKEN.substring(0, 30) + number, "T" + number);
    }
    String text = ("x" + TOKEN.substring(1)).repeat(30_000);

    assertTimeout(Duration.ofSeconds(20), () -> secrets.mask(text));
  }

  @Test
  void a_server_that_shows_tokens_without_end_fills_no_memory() {
    StringBuilder body = new StringBuilder("[{\"key\":\"" + "k".repeat(5000) + "\"}");
    for (int number = 10_000; number < 40_000; number++) {
      body.append(",{\"key\":\"token-").append(number).append("\"}");
    }
    Secrets secrets = new Secrets();

    secrets.learn(answer(body.append(']').toString()));

    assertThat(secrets.mask("token-10000")).startsWith("$API_KEY_");
    assertThat(secrets.mask("{\"key\": \"token-39999\"}")).isEqualTo("{\"key\": \"$TOKEN\"}");
    assertThat(secrets.mask("token-39999")).isEqualTo("token-39999");
  }

  private static Exchange answer(String body) {
    Call call = Call.of(Operation.LIST_API_TOKENS, Family.KEBAB);
    return Exchange.of(call, "", 200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
