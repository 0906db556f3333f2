package dev.datamart.mock.junit;

import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datamart.client.ApiException;
import dev.datamart.client.DatamartClient;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** A thousand tests side by side on one server, all doing the same under the same names. */
@DatamartMock
@Timeout(120)
@Tag("thorough")
class ThousandOrganizationsTest {

  private static final int TESTS = 1_000;
  private static final Set<String> ORGANIZATIONS = ConcurrentHashMap.newKeySet();
  private static final Set<String> TOKENS = ConcurrentHashMap.newKeySet();
  private static final Set<URI> SERVERS = ConcurrentHashMap.newKeySet();

  @RepeatedTest(TESTS)
  void nobody_notices_the_others(MockOrganization mock, DatamartClient client) {
    assertThat(ORGANIZATIONS.add(mock.id())).as("an organization of its own").isTrue();
    assertThat(TOKENS.add(mock.serviceToken())).as("a token of its own").isTrue();
    SERVERS.add(mock.baseUri());
    int datamarts = mock.state().now().datamarts().size();
    int embeds = mock.state().impactOfDeleting("sales-datamart").embedCount();

    mock.faults().on(DELETE_DATAMART).once().appliedThenError();
    client.datamarts().createDatamart(Requests.aDatamart("mine"));
    ApiException failure =
        catchThrowableOfType(
            ApiException.class, () -> client.datamarts().deleteDatamart("sales-datamart"));
    ApiException second =
        catchThrowableOfType(
            ApiException.class, () -> client.datamarts().deleteDatamart("sales-datamart"));

    assertThat(failure.getStatus()).isEqualTo(500);
    assertThat(second.getErrorMessage()).isEqualTo("Datamart not found");
    assertThat(mock.state().now().datamarts().size()).isEqualTo(datamarts);
    assertThat(mock.state().version()).isEqualTo(2);
    assertThat(mock.state().differenceFrom(1).removed()).hasSize(1 + embeds);
    mock.journal().calls(DELETE_DATAMART).naming("sales-datamart").exactly(2);
    mock.journal().calls(CREATE_DATAMART).naming("mine").exactly(1);
    mock.journal().calls().exactly(3);
    mock.state().undoLastDelete();
    assertThat(mock.state().impactOfDeleting("sales-datamart").embedCount()).isEqualTo(embeds);
  }

  @AfterAll
  static void one_server_had_them_all_and_has_none_of_them_left() {
    assertThat(ORGANIZATIONS).hasSize(TESTS);
    assertThat(SERVERS).hasSize(1);
    String left = Caller.to(SERVERS.iterator().next()).get("/__mock/organizations").body();
    assertThat(ORGANIZATIONS).noneMatch(id -> left.contains('"' + id + '"'));
  }
}
