package dev.datamart.mock.admin;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.world.MockOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strict mode refuses what the contract does not have, and says what was meant. */
@Timeout(30)
class StrictModeTest {

  private static final TestMock SERVER = TestMock.start(MockOptions.defaults().withIsStrict(true));
  private static final Caller SERVICE =
      Caller.ofApi(SERVER.baseUri()).with("11111111-1111-4111-8111-111111111111");
  private static final Caller PORTAL =
      Caller.ofApi(SERVER.baseUri()).with("22222222-2222-4222-8222-222222222222");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/data-app/datamarts?expandDetail=false, expandDetails",
    "/data-app/datamarts?ispagination=true, isPagination",
    "/data-app/datamarts?page=2, pageNumber",
    "/data-app/embeds?embedID=x, embedId",
    "/data-app/api-tokens?dataAppname=x, dataAppName",
    "/datasource/schema?datasource=x, datasourceName"
  })
  void an_unknown_parameter_is_refused_with_the_nearest_known_one(String path, String nearest) {
    Reply refused = (path.contains("embeds") ? PORTAL : SERVICE).get(path);

    assertThat(refused.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
    assertThat(refused.message())
        .contains("is not a known query parameter")
        .contains("the nearest is \"" + nearest + "\"");
  }

  @Test
  void an_unknown_member_is_refused_with_the_nearest_known_one() {
    Reply refused = SERVICE.post("/data-app", Map.of("name", "x", "Nmae", "y"));

    assertThat(refused.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
    assertThat(refused.message())
        .isEqualTo("\"Nmae\" is not a known member here; the nearest is \"name\"");
  }

  @Test
  void an_unknown_member_deep_inside_is_refused_the_same_way() {
    Map<String, Object> table = Bodies.table("orders");
    table.put("columns", List.of(Map.of("name", "id", "labell", "Id")));
    Map<String, Object> datamart = Bodies.datamart("strict");
    datamart.put("tableList", List.of(table));
    Map<String, Object> embed = Bodies.embedOn("sales-datamart");
    embed.put("accessSettings", Map.of("datamartName", "sales-datamart", "isAllowAipilot", true));

    Reply column = SERVICE.post("/data-app/datamarts", datamart);
    Reply flag = PORTAL.post("/data-app/embeds", embed);

    assertThat(column.message())
        .isEqualTo("\"labell\" is not a known member here; the nearest is \"label\"");
    assertThat(flag.message())
        .isEqualTo(
            "\"isAllowAipilot\" is not a known member here; the nearest is \"isAllowAiPilot\"");
  }

  @Test
  void what_is_refused_changes_nothing() {
    SERVICE.delete("/data-app/datamart?datamartName=sales-datamart&force=true");
    SERVICE.post(
        "/dataApp/datamart/delete", Map.of("datamartName", "sales-datamart", "force", true));

    assertThat(SERVICE.get("/data-app/datamarts").each("name")).contains("sales-datamart");
  }

  @Test
  void what_the_contract_knows_is_taken_as_ever() {
    assertThat(
            SERVICE
                .get("/data-app/datamarts?isPagination=true&pageNumber=1&expandDetails=false")
                .status())
        .isEqualTo(200);
    assertThat(SERVICE.post("/data-app/datamarts", Bodies.datamart("known")).status())
        .isEqualTo(200);
    assertThat(PORTAL.get("/data-app/embeds").item("name", "Sales overview for customers"))
        .isNotNull();
  }

  @Test
  void a_very_long_name_is_not_repeated_whole() {
    Reply refused = SERVICE.post("/data-app", body("n".repeat(100_000), 1));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).hasSizeLessThan(300);
  }

  @Test
  void without_strict_mode_the_same_calls_pass() {
    Tenant tenant = Tenant.demo();

    assertThat(tenant.service().get("/data-app/datamarts?expandDetail=false").status())
        .isEqualTo(200);
    assertThat(tenant.service().post("/data-app", Map.of("name", "x", "nmae", "y")).status())
        .isEqualTo(200);
  }
}
