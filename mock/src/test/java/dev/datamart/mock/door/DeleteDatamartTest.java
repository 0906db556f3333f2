package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Spelling;
import dev.datamart.mock.fixture.Tenant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DeleteDatamartTest {

  /** Names that tempt a server to fold, trim, decode twice or match a part. */
  static final List<String> ODD_NAMES =
      List.of(
          "plain",
          "two words",
          " leading",
          "trailing ",
          "Case",
          "a/b",
          "a&b=c",
          "a+b",
          "100%",
          "%41",
          "%2F",
          "\"quoted\"",
          "'single'",
          "a#b",
          "a?b",
          "a;b",
          "[x]",
          "{y}|z\\^`",
          "tab\there",
          "new\nline",
          "null\u0000byte",
          "é",
          "e\u0301",
          "\u05e9\u05dc\u05d5\u05dd",
          "\ud83d\ude80",
          "\ud83d\ude80".repeat(255),
          "\ufffd",
          "*",
          "sales-%",
          "_",
          "..",
          "a".repeat(255));

  private final Tenant tenant = Tenant.demo();
  private final Caller api = tenant.service();

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void the_answer_names_the_datamart_and_nothing_else(Spelling spelling) {
    Reply reply = spelling.deleteDatamart(api, "sales-datamart");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo(json(body("id", "sales-datamart", "error", null)));
  }

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void the_embeds_of_all_data_apps_that_read_it_are_gone_and_no_others(Spelling spelling) {
    spelling.deleteDatamart(api, "sales-datamart");

    assertThat(datamartsOfEmbeds(Tenant.PORTAL))
        .containsExactly("marketing-datamart", "product-datamart");
    assertThat(datamartsOfEmbeds(Tenant.PARTNER)).containsExactly("partner & reseller sales");
  }

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void a_second_delete_is_refused_and_changes_nothing(Spelling spelling) {
    spelling.deleteDatamart(api, "sales-datamart");
    long before = tenant.version();

    Reply second = spelling.deleteDatamart(api, "sales-datamart");

    assertThat(second.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
    assertThat(second.message()).isEqualTo("Datamart not found");
    assertThat(tenant.version()).isEqualTo(before);
  }

  @Test
  void a_workspace_is_left_without_the_connection() {
    api.delete("/data-app/datamart?datamartName=sales-datamart");

    JsonNode workspace = api.get("/workspace").item("name", "Sales Workspace");
    assertThat(workspace.path("datamart").isNull()).isTrue();
    assertThat(workspace.path("companyIntegration").isNull()).isTrue();
  }

  @Test
  void an_embed_that_was_moved_before_survives() {
    Caller portal = tenant.portal();
    String id = portal.get("/data-app/embeds").json().path("data").get(0).path("embedId").asText();
    portal.put(
        "/data-app/embeds",
        body("embedId", id, "accessSettings", body("datamartName", "churn-datamart")));

    api.delete("/data-app/datamart?datamartName=sales-datamart");

    assertThat(portal.get("/data-app/embeds").each("embedId")).contains(id);
    api.delete("/data-app/datamart?datamartName=churn-datamart");
    assertThat(portal.get("/data-app/embeds").each("embedId")).doesNotContain(id);
  }

  @Test
  void the_name_may_be_taken_again_and_starts_with_no_embeds() {
    api.delete("/data-app/datamart?datamartName=sales-datamart");
    api.post("/data-app/datamarts", Bodies.datamart("sales-datamart"));

    Reply deleted = api.delete("/data-app/datamart?datamartName=sales-datamart");

    assertThat(deleted.status()).isEqualTo(200);
    assertThat(datamartsOfEmbeds(Tenant.PORTAL)).hasSize(2);
  }

  @ParameterizedTest
  @FieldSource("ODD_NAMES")
  void a_name_is_matched_exactly_in_a_query_and_in_a_body(String name) {
    for (Spelling spelling : List.of(Spelling.KEBAB, Spelling.VERB)) {
      assertThat(api.post("/data-app/datamarts", Bodies.datamart(name)).status()).isEqualTo(200);
      long before = tenant.version();

      for (String near :
          List.of(name + " ", " " + name, name + "x", name + "\u0000", swapped(name))) {
        if (!near.equals(name)) {
          assertThat(spelling.deleteDatamart(api, near).status()).isEqualTo(400);
        }
      }

      assertThat(tenant.version()).isEqualTo(before);
      assertThat(spelling.deleteDatamart(api, name).json().path("id").asText()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "?datamartName",
        "?datamartName=",
        "?datamartname=sales-datamart",
        "?datamartName=sales-datamart&datamartName=sales-datamart",
        "?datamartName=&datamartName=sales-datamart",
        "?datamartName=sales-datamart&datamart%4Eame=marketing-datamart"
      })
  void a_name_that_is_missing_empty_or_given_twice_deletes_nothing(String query) {
    for (String path : List.of("/data-app/datamart", "/dataApp/datamart", "/data-app/datamarts")) {
      assertThat(api.delete(path + query).verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
    }
    assertThat(tenant.version()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}
          {"datamartName":null}
          {"datamartName":""}
          {"datamartName":5}
          {"datamartName":["sales-datamart"]}
          {"name":"sales-datamart"}
          []
          ``
          "sales-datamart"
          {"datamartName":"sales-datamart"
          null
          """)
  void a_body_without_a_name_deletes_nothing(String body) {
    assertThat(api.post("/dataApp/datamart/delete", body).verdict())
        .isEqualTo("400 INVALID_REQUEST_BODY");
    assertThat(tenant.version()).isZero();
  }

  @Test
  void the_body_of_a_delete_is_ignored_and_so_is_the_query_of_a_post() {
    String marketing = json(body("datamartName", "marketing-datamart"));

    api.send("DELETE", "/data-app/datamart?datamartName=sales-datamart", marketing);
    api.post(
        "/dataApp/datamart/delete?datamartName=finance-datamart",
        body("datamartName", "churn-datamart"));

    assertThat(api.get("/data-app/datamarts").each("name"))
        .contains("marketing-datamart", "finance-datamart")
        .doesNotContain("sales-datamart", "churn-datamart");
  }

  @Test
  void unknown_parameters_are_ignored_even_twice() {
    String query = "?dataAppName=x&datamartName=sales-datamart&dataAppName=y&workspaceName=z";

    assertThat(api.delete("/data-app/datamart" + query).status()).isEqualTo(200);
  }

  @Test
  void an_api_key_deletes_the_datamarts_of_its_organization_too() {
    assertThat(tenant.portal().delete("/data-app/datamart?datamartName=sales-datamart").status())
        .isEqualTo(200);
    assertThat(datamartsOfEmbeds(Tenant.PARTNER)).doesNotContain("sales-datamart");
  }

  private List<String> datamartsOfEmbeds(String dataApp) {
    Reply embeds = tenant.app(dataApp).get("/data-app/embeds");
    return embeds.json().path("data").findValuesAsText("datamartName");
  }

  private static String swapped(String name) {
    return name.chars()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
