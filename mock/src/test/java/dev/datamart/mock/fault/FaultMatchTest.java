package dev.datamart.mock.fault;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Tenant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which calls a fault hits. */
@Timeout(30)
class FaultMatchTest {

  private static final String LIST = "/data-app/datamarts";

  private final Tenant own = Tenant.demo();
  private final Caller service = own.service();

  @Test
  void a_fault_hits_its_operation_and_no_other() {
    own.fault("effect", "error", "operations", List.of("listDataApps"));

    assertThat(service.get("/data-app").verdict()).isEqualTo("500 INTERNAL_SERVER_ERROR");
    assertThat(service.get(LIST).status()).isEqualTo(200);
  }

  @Test
  void a_fault_hits_its_path_family_and_no_other() {
    own.fault("effect", "error", "families", List.of("camel", "verb"));

    assertThat(service.get("/dataApp/datamarts").status()).isEqualTo(500);
    assertThat(service.post("/dataApp/datamart/list", "{}").status()).isEqualTo(500);
    assertThat(service.get(LIST).status()).isEqualTo(200);
  }

  @Test
  void a_fault_hits_its_token_and_no_other() {
    String key = own.key(Tenant.PARTNER);
    own.fault("effect", "error", "token", key);

    assertThat(own.as(key).get(LIST).status()).isEqualTo(500);
    assertThat(own.portal().get(LIST).status()).isEqualTo(200);
  }

  @Test
  void a_fault_is_set_again_from_what_was_shown_of_its_token() {
    String key = own.key(Tenant.PARTNER);
    String shown =
        own.fault("effect", "error", "token", key).json().path("fault").path("token").asText();
    own.fault("effect", "expired", "operations", List.of("listEmbeds"), "token", shown);

    assertThat(shown).startsWith("…").doesNotContain(key);
    assertThat(own.portal().get("/data-app/embeds").status()).isEqualTo(200);
  }

  @Test
  void a_fault_hits_calls_that_name_a_thing_whichever_way_they_name_it() {
    own.fault("effect", "error", "name", "sales-datamart");

    assertThat(service.delete("/data-app/datamart?datamartName=sales%2Ddatamart").status())
        .isEqualTo(500);
    assertThat(
            service
                .post("/dataApp/datamart/delete", body("datamartName", "sales-datamart"))
                .status())
        .isEqualTo(500);
    assertThat(
            own.portal()
                .put(
                    "/data-app/embeds",
                    body("embedId", "x", "accessSettings", body("datamartName", "sales-datamart")))
                .status())
        .isEqualTo(500);
    assertThat(service.delete("/data-app/datamart?datamartName=marketing-datamart").status())
        .isEqualTo(200);
  }

  @Test
  void a_fault_hits_the_nth_call_and_only_as_often_as_it_should() {
    own.fault("effect", "error", "skip", 2, "every", 3, "times", 2);

    assertThat(statuses(10)).containsExactly(200, 200, 500, 200, 200, 500, 200, 200, 200, 200);
  }

  @Test
  void a_fault_of_some_probability_repeats_itself_from_its_seed() {
    own.fault("id", "p1-" + own.id(), "effect", "error", "probability", 0.5, "seed", 7);
    List<Integer> first = statuses(40);
    own.fault("id", "p1-" + own.id(), "effect", "error", "probability", 0.5, "seed", 7);
    List<Integer> again = statuses(40);

    assertThat(again).isEqualTo(first);
    assertThat(Collections.frequency(first, 500)).isBetween(8, 32);
  }

  @Test
  void a_fault_of_one_organization_leaves_the_others_alone() {
    Tenant other = Tenant.demo();
    own.fault("effect", "error");

    assertThat(other.service().get(LIST).status()).isEqualTo(200);
  }

  @Test
  void of_two_faults_the_first_one_hits_until_it_is_spent() {
    own.fault("effect", "error", "status", 503, "times", 1);
    own.fault("effect", "too-many-requests", "times", 1);

    assertThat(statuses(3)).containsExactly(503, 429, 200);
  }

  private List<Integer> statuses(int calls) {
    return IntStream.range(0, calls)
        .mapToObj(
            n -> Caller.exchange(own.request(LIST + "?expandDetails=false").GET().build()).status())
        .toList();
  }
}
