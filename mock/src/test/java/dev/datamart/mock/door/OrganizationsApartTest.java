package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing of one organization is visible to another, or changeable by it. */
@Timeout(30)
class OrganizationsApartTest {

  private final Tenant ours = Tenant.demo();
  private final Tenant theirs = Tenant.demo();

  @Test
  void a_delete_touches_only_the_callers_datamart_of_that_name() {
    ours.service().delete("/data-app/datamart?datamartName=sales-datamart");

    assertThat(theirs.service().get("/data-app/datamarts").each("name")).contains("sales-datamart");
    assertThat(theirs.version()).isZero();
  }

  @Test
  void what_exists_elsewhere_looks_like_what_does_not_exist() {
    theirs.service().post("/data-app/datamarts", Bodies.datamart("secret"));
    theirs.service().post("/data-app", Map.of("name", "secret-app"));
    Caller api = ours.service();

    assertThat(api.delete("/data-app/datamart?datamartName=secret").body())
        .isEqualTo(api.delete("/data-app/datamart?datamartName=nothing").body());
    assertThat(api.delete("/data-app?name=secret-app").body())
        .isEqualTo(api.delete("/data-app?name=no-app").body());
    assertThat(api.get("/data-app/api-tokens?dataAppName=secret-app").body())
        .isEqualTo(api.get("/data-app/api-tokens?dataAppName=no-app").body());
  }

  @Test
  void an_embed_cannot_read_a_datamart_of_another_organization() {
    theirs.service().post("/data-app/datamarts", Bodies.datamart("secret"));

    assertThat(ours.portal().post("/data-app/embeds", Bodies.embedOn("secret")).code())
        .isEqualTo("INVALID_DATAMART");
  }

  @Test
  void a_name_that_is_taken_elsewhere_is_free_here() {
    theirs.service().post("/data-app/datamarts", Bodies.datamart("mine"));

    assertThat(ours.service().post("/data-app/datamarts", Bodies.datamart("mine")).status())
        .isEqualTo(200);
  }

  @Test
  void an_embed_of_another_organization_can_be_neither_changed_nor_deleted() {
    String id =
        theirs
            .portal()
            .post("/data-app/embeds", Bodies.embedOn("sales-datamart"))
            .json()
            .path("id")
            .asText();
    Map<String, String> rename = Map.of("embedId", id, "name", "stolen");

    List<Reply> replies =
        List.of(
            ours.portal().put("/data-app/embeds", Map.of("embedId", id)),
            ours.portal().put("/data-app/embeds/rename", rename),
            ours.portal().delete("/data-app/embeds?embedId=" + id));

    assertThat(replies)
        .extracting(Reply::code)
        .containsExactly("INVALID_EMBED_ID", "INVALID_EMBED_ID", "INVALID_REQUEST_BODY");
    assertThat(ours.portal().get("/data-app/embeds?embedId=" + id).each("embedId")).isEmpty();
  }
}
