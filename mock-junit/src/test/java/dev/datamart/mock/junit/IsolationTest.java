package dev.datamart.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.client.DatamartClient;
import dev.datamart.client.model.CreateApiTokenRequest;
import dev.datamart.mock.migration.Rehearsal;
import dev.datamart.mock.migration.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is done or set for one organization is not to be seen from another. */
@DatamartMock
@Timeout(60)
class IsolationTest {

  private static final String DATAMARTS = "/api/v2/data-app/datamarts";
  private static final String OLD_LIST = "/api/v2/dataApp/datamart/list";

  @Test
  void an_organization_made_over_http_is_a_world_of_its_own(MockOrganization mock) {
    Caller admin = Caller.to(mock.baseUri());
    JsonNode made = Caller.read(admin.post("/__mock/organizations", Map.of("seed", "demo")));
    Caller other = admin.with(made.path("serviceTokens").path(0).textValue());
    String delete = "/api/v2/data-app/datamart?datamartName=sales-datamart";

    assertThat(other.delete(delete).statusCode()).isEqualTo(200);
    assertThat(other.delete(delete).statusCode()).isEqualTo(400);

    assertThat(mock.state().version()).isZero();
    assertThat(Caller.of(mock).delete(delete).statusCode()).isEqualTo(200);
    admin.delete("/__mock/organizations/" + made.path("id").textValue());
  }

  @Test
  void the_tokens_of_a_dropped_organization_open_nothing(MockOrganization mock) {
    MockOrganization gone = mock.another();
    Caller service = Caller.of(gone);
    Caller key = service.with(gone.apiToken("customer-portal"));
    assertThat(service.get(DATAMARTS).statusCode()).isEqualTo(200);
    assertThat(key.get(DATAMARTS).statusCode()).isEqualTo(200);

    gone.close();

    assertThat(service.get(DATAMARTS).statusCode()).isEqualTo(401);
    assertThat(key.get(DATAMARTS).statusCode()).isEqualTo(401);
    assertThat(Caller.of(mock).get(DATAMARTS).statusCode()).isEqualTo(200);
  }

  @Test
  void a_fault_hits_its_own_organization_and_goes_with_it(MockOrganization mock) {
    MockOrganization other = mock.another();
    other.faults().onEveryCall().error(503);

    assertThat(Caller.of(other).get(DATAMARTS).statusCode()).isEqualTo(503);
    assertThat(Caller.of(mock).get(DATAMARTS).statusCode()).isEqualTo(200);
    assertThat(mock.faults().set()).isEmpty();

    other.close();
    assertThat(Caller.to(mock.baseUri()).get("/__mock/faults").body()).doesNotContain(other.id());
  }

  @Test
  void the_id_of_a_fault_cannot_be_taken_from_another_organization(MockOrganization mock) {
    MockOrganization other = mock.another();
    Caller admin = Caller.to(mock.baseUri());
    String id = "slow-" + mock.id();

    assertThat(admin.post("/__mock/faults", fault(id, mock)).statusCode()).isEqualTo(201);
    assertThat(admin.post("/__mock/faults", fault(id, other)).statusCode()).isEqualTo(409);
    assertThat(mock.faults().set()).hasSize(1);
  }

  @Test
  void a_rehearsal_of_the_end_of_deprecated_paths_is_for_one_organization(MockOrganization mock) {
    MockOrganization other = mock.another();
    other.rehearse(new Rehearsal(Stage.GONE, null, 0));

    assertThat(Caller.of(other).post(OLD_LIST, "{}").statusCode()).isEqualTo(410);
    assertThat(Caller.of(mock).post(OLD_LIST, "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void every_second_call_is_counted_for_each_organization(MockOrganization mock) {
    MockOrganization other = mock.another();
    mock.rehearse(new Rehearsal(Stage.FAIL_EVERY, null, 2));
    other.rehearse(new Rehearsal(Stage.FAIL_EVERY, null, 2));
    List<Integer> answers = new ArrayList<>();

    for (int i = 0; i < 2; i++) {
      answers.add(Caller.of(mock).post(OLD_LIST, "{}").statusCode());
      answers.add(Caller.of(other).post(OLD_LIST, "{}").statusCode());
    }

    assertThat(answers).containsExactly(200, 200, 500, 500);
  }

  @Test
  void the_journal_of_an_organization_has_its_own_exchanges_only(MockOrganization mock) {
    MockOrganization other = mock.another();
    Caller.of(mock).get(DATAMARTS);
    Caller.of(other).get(DATAMARTS);
    Caller.of(other).get(DATAMARTS);

    mock.journal().calls().exactly(1);
    other.journal().calls().exactly(2);
    Caller admin = Caller.to(mock.baseUri());
    assertThat(admin.post("/__mock/journal/verify", oneCallOf(mock)).statusCode()).isEqualTo(200);
    assertThat(admin.post("/__mock/journal/verify", oneCallOf(other)).statusCode()).isEqualTo(409);
  }

  @Test
  void a_clock_that_is_stopped_stands_still_for_its_own_organization(MockOrganization mock) {
    MockOrganization other = mock.another();
    Map<String, Object> app = Map.of("expireAt", 60);
    Caller old = Caller.of(mock).with(mock.apiToken("customer-portal"));
    Caller oldOfOther = Caller.of(other).with(other.apiToken("customer-portal"));
    assertThat(old.post("/api/v2/data-app/rotate-api", app).statusCode()).isEqualTo(200);
    assertThat(oldOfOther.post("/api/v2/data-app/rotate-api", app).statusCode()).isEqualTo(200);

    mock.clock().advance(Duration.ofSeconds(61));

    assertThat(old.get(DATAMARTS).statusCode()).isEqualTo(401);
    assertThat(oldOfOther.get(DATAMARTS).statusCode()).isEqualTo(200);
  }

  @Test
  void identifiers_from_the_same_seed_give_no_key_of_another_organization(MockOrganization mock) {
    MockOrganization other = mock.another();
    mock.makeIdentifiersFrom(7);
    other.makeIdentifiersFrom(7);

    String key = newKey(mock.client());
    String keyOfOther = newKey(other.client());

    assertThat(keyOfOther).isNotEqualTo(key);
    assertThat(Caller.of(mock).with(key).get(DATAMARTS).statusCode()).isEqualTo(200);
    assertThat(Caller.of(mock).with(keyOfOther).get(DATAMARTS).statusCode()).isEqualTo(200);
    other.journal().calls().answered(500).never();
  }

  @Test
  void an_organization_that_nobody_calls_is_dropped_after_its_time(URI base) {
    Caller admin = Caller.to(base);
    JsonNode made =
        Caller.read(admin.post("/__mock/organizations", Map.of("timeToLiveSeconds", 1)));
    String address = "/__mock/organizations/" + made.path("id").textValue();
    Caller caller = admin.with(made.path("serviceTokens").path(0).textValue());
    assertThat(admin.get(address).statusCode()).isEqualTo(200);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> admin.get(address).statusCode(), status -> status == 404);

    assertThat(caller.get(DATAMARTS).statusCode()).isEqualTo(401);
  }

  private static Object fault(String id, MockOrganization organization) {
    return Map.of("id", id, "effect", "error", "organization", organization.id());
  }

  private static Object oneCallOf(MockOrganization organization) {
    return Map.of("filter", Map.of("organization", organization.id()), "count", 1);
  }

  private static String newKey(DatamartClient client) {
    return client
        .apiTokens()
        .createApiToken(new CreateApiTokenRequest().dataAppName("customer-portal").name("fresh"))
        .getKey();
  }
}
