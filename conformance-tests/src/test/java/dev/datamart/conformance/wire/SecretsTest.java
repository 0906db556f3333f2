package dev.datamart.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.spec.Family;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Schema;
import java.nio.charset.StandardCharsets;
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

  private static Exchange answer(String body) {
    Call call = Call.of(Operation.LIST_API_TOKENS, Family.KEBAB);
    return Exchange.of(call, "", 200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
