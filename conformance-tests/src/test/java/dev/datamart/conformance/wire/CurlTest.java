package dev.datamart.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import org.junit.jupiter.api.Test;

class CurlTest {
  private static final String TOKEN = "0f8fad5b-d9cb-469f-a165-70867728950e";
  private final Curl curl = new Curl(new Secrets().add(TOKEN, "DATAMART_SERVICE_TOKEN"));

  @Test
  void a_token_becomes_a_variable_that_the_shell_expands() {
    Call call =
        Call.of(Operation.DELETE_DATAMART, Family.KEBAB).with("datamartName", "a b").as(TOKEN);

    assertThat(curl.of(call, "http://127.0.0.1:8080" + call.target()))
        .isEqualTo(
            "curl -sSi -X DELETE -H 'Authorization: Bearer '\"$DATAMART_SERVICE_TOKEN\""
                + " 'http://127.0.0.1:8080/api/v2/data-app/datamart?datamartName=a%20b'");
  }

  @Test
  void quotes_in_a_body_survive_the_shell() {
    Call call = Call.of(Operation.DELETE_DATAMART, Family.VERB).with("datamartName", "it's $HOME");

    assertThat(curl.of(call, "http://h/x"))
        .contains("--data-binary '{\"datamartName\":\"it'\\''s $HOME\"}'");
  }

  @Test
  void tokens_are_masked_by_value_in_any_text() {
    Secrets secrets = new Secrets().add("se/cret+token", "API_KEY");

    assertThat(secrets.mask("x se/cret+token y se%2Fcret%2Btoken z c2UvY3JldCt0b2tlbg=="))
        .isEqualTo("x $API_KEY y $API_KEY z $API_KEY==");
  }

  @Test
  void an_argument_may_be_given_twice_in_a_query() {
    Call call =
        Call.of(Operation.DELETE_DATAMART, Family.CAMEL).with("datamartName", Json.array("a", "b"));

    assertThat(call.target()).isEqualTo("/api/v2/dataApp/datamart?datamartName=a&datamartName=b");
  }

  @Test
  void one_member_deep_in_a_body_is_changed_and_the_original_is_not() {
    Call call =
        Call.of(Operation.CREATE_DATAMART, Family.KEBAB)
            .with("tableList", Json.array(Json.object("name", "a")));

    assertThat(call.with("/tableList/0/name", 5).content())
        .isEqualTo("{\"tableList\":[{\"name\":5}]}");
    assertThat(call.without("/tableList/0/name").content()).isEqualTo("{\"tableList\":[{}]}");
    assertThat(call.content()).isEqualTo("{\"tableList\":[{\"name\":\"a\"}]}");
  }
}
