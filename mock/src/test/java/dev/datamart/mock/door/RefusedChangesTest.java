package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** An update that is good in most of its parts and bad in one changes nothing at all. */
@Timeout(30)
class RefusedChangesTest {

  static final List<Map<String, Object>> DATAMART_UPDATES =
      List.of(
          body("tableList", List.of(Bodies.table("products"), Bodies.table("nothing"))),
          body("tableList", List.of()),
          body(
              "tableList",
              List.of(Bodies.table("products")),
              "tenancySettings",
              body("tenancyLevel", "TABLE")),
          body(
              "tenancySettings",
              body("tenancyLevel", "DATABASE"),
              "relationships",
              List.of(body("parentTableName", "orders"))),
          body(
              "tableList",
              List.of(Bodies.table("products")),
              "relationships",
              List.of(Bodies.relationship())),
          body("tenancySettings", "DATABASE"));

  static final List<Map<String, Object>> EMBED_UPDATES =
      List.of(
          body("name", "new", "accessSettings", body("datamartName", "nope")),
          body("name", "", "accessSettings", body("datamartName", "churn-datamart")),
          body("accessSettings", body("datamartName", "churn-datamart", "isAllowAiPilot", "yes")),
          body("accessSettings", body("datamartName", "churn-datamart", "joinModel", "triple")),
          body("name", "new", "accessSettings", body("metricCreationMode", "TELEPATHY")),
          body(
              "name",
              "new",
              "accessSettings",
              body("tableTenancySettings", List.of(body("name", "nope")))));

  private final Tenant tenant = Tenant.demo();

  @ParameterizedTest
  @FieldSource("DATAMART_UPDATES")
  void a_datamart_stays_as_it_was(Map<String, Object> update) {
    Caller api = tenant.service();
    String before = api.get("/data-app/datamarts").body();
    Organization state = tenant.organization();
    update.put("datamartName", "sales-datamart");

    Reply reply = api.put("/data-app/datamarts", update);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(api.get("/data-app/datamarts").body()).isEqualTo(before);
    assertThat(tenant.organization()).isSameAs(state);
  }

  @ParameterizedTest
  @FieldSource("EMBED_UPDATES")
  void an_embed_stays_as_it_was(Map<String, Object> update) {
    Caller api = tenant.portal();
    String before = api.get("/data-app/embeds").body();
    update.put("embedId", api.get("/data-app/embeds").each("embedId").get(0));

    Reply reply = api.put("/data-app/embeds", update);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(api.get("/data-app/embeds").body()).isEqualTo(before);
  }
}
