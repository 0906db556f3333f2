package dev.datamart.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datamart.client.model.UpdateEmbedRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openapitools.jackson.nullable.JsonNullable;

/** How the Java client takes what a service may answer, on canned answers. */
@Timeout(30)
class AnswerTest {

  private static final String REFUSAL =
      "{\"error\":{\"code\":\"INVALID_REQUEST_BODY\",\"message\":\"Datamart “Verkäufe” not found\",\"status\":400}}";

  @Test
  void an_error_that_is_null_differs_from_one_that_is_absent() throws IOException {
    try (var isNull = new CannedService(200, "{\"id\":\"sales\",\"error\":null}");
        var isAbsent = new CannedService(200, "{\"id\":\"sales\"}")) {
      var withNull = isNull.client().datamarts().deleteDatamart("sales");
      var without = isAbsent.client().datamarts().deleteDatamart("sales");

      assertThat(withNull.getError_JsonNullable()).isEqualTo(JsonNullable.of(null));
      assertThat(without.getError_JsonNullable()).isEqualTo(JsonNullable.undefined());
      assertThat(withNull.getError()).isNull();
      assertThat(without.getError()).isNull();
    }
  }

  @Test
  void unknown_members_are_ignored() throws IOException {
    try (var service = new CannedService(200, "{\"id\":\"sales\",\"mood\":{\"now\":[\"good\"]}}")) {
      assertThat(service.client().datamarts().deleteDatamart("sales").getId()).isEqualTo("sales");
    }
  }

  @Test
  void a_value_that_the_contract_does_not_know_arrives_as_it_is() throws IOException {
    try (var service =
        new CannedService(
            200,
            "{\"data\":[{\"embedId\":\"e1\",\"embedType\":\"hologram\",\"accessSettings\":{\"metricCreationMode\":\"VOICE\"}}]}")) {
      var embed = service.client().embeds().listEmbeds(null, null, null, null).getData().get(0);

      assertThat(embed.getEmbedType()).isEqualTo("hologram");
      assertThat(embed.getAccessSettings().getMetricCreationMode()).isEqualTo("VOICE");
    }
  }

  @Test
  void a_refusal_is_one_typed_exception() throws IOException {
    try (var service = new CannedService(400, REFUSAL)) {
      var refusal =
          catchThrowableOfType(
              ApiException.class, () -> service.client().datamarts().deleteDatamart("Verkäufe"));

      assertThat(refusal.getStatus()).isEqualTo(400);
      assertThat(refusal.getErrorCode()).isEqualTo("INVALID_REQUEST_BODY");
      assertThat(refusal.getErrorMessage()).isEqualTo("Datamart “Verkäufe” not found");
      assertThat(refusal.getResponseBody()).isEqualTo(REFUSAL);
      assertThat(refusal)
          .hasMessage(
              "deleteDatamart was answered with 400 INVALID_REQUEST_BODY: Datamart “Verkäufe” not found");
    }
  }

  @Test
  void a_refusal_with_a_code_that_nobody_knows_keeps_it() throws IOException {
    try (var service =
        new CannedService(418, "{\"error\":{\"code\":\"TEAPOT\",\"message\":\"Short.\"}}")) {
      assertThatThrownBy(() -> service.client().workspaces().listWorkspaces(null, null))
          .isInstanceOfSatisfying(
              ApiException.class,
              refusal -> {
                assertThat(refusal.getStatus()).isEqualTo(418);
                assertThat(refusal.getErrorCode()).isEqualTo("TEAPOT");
              });
    }
  }

  @Test
  void a_refusal_without_the_envelope_still_has_its_status() throws IOException {
    try (var proxy = new CannedService(502, "<html>Bad gateway</html>");
        var empty = new CannedService(503, "")) {
      assertThatThrownBy(() -> proxy.client().workspaces().listWorkspaces(null, null))
          .hasMessage("listWorkspaces was answered with 502 no error code: no message");
      assertThatThrownBy(() -> empty.client().workspaces().listWorkspaces(null, null))
          .isInstanceOfSatisfying(
              ApiException.class,
              refusal -> {
                assertThat(refusal.getStatus()).isEqualTo(503);
                assertThat(refusal.getErrorCode()).isNull();
              });
    }
  }

  @Test
  void no_answer_at_all_is_the_same_exception_with_status_0() throws IOException {
    var closed = new CannedService(200, "{}");
    var client = closed.client();
    closed.close();

    assertThatThrownBy(() -> client.workspaces().listWorkspaces(null, null))
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.getStatus()).isZero())
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void names_are_encoded_and_the_token_is_sent() throws IOException {
    try (var service = new CannedService(200, "{\"id\":\"x\"}")) {
      service.client().datamarts().deleteDatamart("a b/c&d+e%f\"ü");

      assertThat(service.lastRequest())
          .isEqualTo(
              "DELETE /api/v2/data-app/datamart?datamartName=a%20b%2Fc%26d%2Be%25f%22%C3%BC [Bearer a-token]");
    }
  }

  @Test
  void what_a_list_shows_as_access_settings_an_update_sends_back_nulls_included()
      throws IOException {
    String settings = "{\"datamartName\":null,\"isAllowAiPilot\":true,\"joinModel\":null}";
    try (var service =
        new CannedService(
            200, "{\"data\":[{\"accessSettings\":" + settings + "}],\"id\":\"e1\"}")) {
      var embeds = service.client().embeds();
      var shown = embeds.listEmbeds(null, null, null, null).getData().get(0).getAccessSettings();

      embeds.updateEmbed(
          new UpdateEmbedRequest().embedId("e1").accessSettings(DatamartClient.toSend(shown)));

      assertThat(service.lastBody())
          .isEqualTo("{\"embedId\":\"e1\",\"accessSettings\":" + settings + "}");
    }
  }

  @Test
  void a_value_that_the_contract_does_not_know_goes_back_as_it_came() throws IOException {
    String list =
        "{\"data\":[{\"accessSettings\":{\"metricCreationMode\":\"VOICE\"}}],\"id\":\"e1\"}";
    try (var service = new CannedService(200, list)) {
      var embeds = service.client().embeds();
      var shown = embeds.listEmbeds(null, null, null, null).getData().get(0).getAccessSettings();

      embeds.updateEmbed(
          new UpdateEmbedRequest().embedId("e1").accessSettings(DatamartClient.toSend(shown)));

      assertThat(service.lastBody())
          .isEqualTo("{\"embedId\":\"e1\",\"accessSettings\":{\"metricCreationMode\":\"VOICE\"}}");
    }
  }

  @Test
  void answers_are_read_as_utf_8_whatever_the_locale() throws IOException {
    try (var service = new CannedService(200, "{\"id\":\"Verkäufe ✓\"}")) {
      assertThat(service.client().datamarts().deleteDatamart("x").getId()).isEqualTo("Verkäufe ✓");
    }
  }

  @Test
  void a_client_does_not_tell_its_token() throws IOException {
    try (var service = new CannedService(200, "{}")) {
      assertThat(service.client()).hasToString("DatamartClient[" + service.baseUrl() + "]");
    }
  }

  @Test
  void a_blank_token_is_refused_at_once() {
    assertThatThrownBy(() -> DatamartClient.of("http://127.0.0.1:1", " "))
        .hasMessage("The token must not be blank.");
  }

  @Test
  void a_slash_at_the_end_of_the_base_url_makes_no_difference() throws IOException {
    try (var service = new CannedService(200, "{\"data\":[]}")) {
      DatamartClient.of(service.baseUrl() + "/", "a-token").workspaces().listWorkspaces(null, null);

      assertThat(service.lastRequest()).startsWith("GET /api/v2/workspace ");
    }
  }
}
