package dev.datamart.mock.junit;

import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.datamart.client.ApiException;
import dev.datamart.client.DatamartClient;
import dev.datamart.client.model.CreateApiTokenRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What a test that fails leaves for the one who has to understand it. */
@Timeout(60)
@ResourceLock(Resources.SYSTEM_ERR)
class FailureOutputTest {

  private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();

  @Test
  void a_failing_test_prints_the_exchanges_that_it_made() {
    Kit.Run run = Kit.runAndListen(FailingCase.class);

    run.results().testEvents().assertStatistics(stats -> stats.started(1).failed(1));
    assertThat(run.errors())
        .contains("deletes_twice(MockOrganization, DatamartClient) failed after 4 exchanges with")
        .contains("DELETE /api/v2/data-app/datamart?datamartName=sales-datamart -> 200")
        .contains("-> 400 INVALID_REQUEST_BODY \"Datamart not found\"")
        .contains("GET /api/v2/data-app/embeds -> 429 TOO_MANY_REQUESTS")
        .contains("fault: error")
        .containsPattern(
            "curl -X DELETE -H \"Authorization: Bearer \\$SERVICE_TOKEN\""
                + " 'http://127.0.0.1:\\d+/api/v2/data-app/datamart\\?datamartName=sales-datamart'");
  }

  @Test
  void no_token_is_printed() {
    Kit.Run run = Kit.runAndListen(FailingCase.class);

    assertThat(SECRETS).hasSizeGreaterThanOrEqualTo(3);
    assertThat(SECRETS).noneMatch(secret -> run.errors().contains(secret));
  }

  @Test
  void tests_that_pass_or_are_aborted_print_nothing() {
    Kit.Run run = Kit.runAndListen(QuietCase.class);

    run.results().testEvents().assertStatistics(stats -> stats.succeeded(1).aborted(1));
    assertThat(run.errors()).doesNotContain("passes").doesNotContain("is_aborted");
  }

  @Test
  void a_test_that_shares_its_organization_prints_its_own_exchanges() {
    Kit.Run run = Kit.runAndListen(SharingCase.class);

    run.results().testEvents().assertStatistics(stats -> stats.succeeded(1).failed(1));
    assertThat(run.errors())
        .contains("b_fails(DatamartClient) failed after 1 exchange with")
        .contains("GET /api/v2/workspace -> 200")
        .doesNotContain("/api/v2/datasource");
  }

  @DatamartMock
  static class FailingCase {
    @Test
    void deletes_twice(MockOrganization mock, DatamartClient client) {
      SECRETS.add(mock.serviceToken());
      SECRETS.addAll(mock.apiTokens().values());
      mock.faults().on(LIST_EMBEDS).tooManyRequests(1);
      SECRETS.add(
          client
              .apiTokens()
              .createApiToken(
                  new CreateApiTokenRequest().dataAppName("customer-portal").name("secret"))
              .getKey());
      client.datamarts().deleteDatamart("sales-datamart");
      try {
        mock.clientOf("customer-portal").embeds().listEmbeds(null, null, null, null);
        fail("the fault did not hit");
      } catch (ApiException tooMany) {
        client.datamarts().deleteDatamart("sales-datamart");
      }
    }
  }

  @DatamartMock
  static class QuietCase {
    @Test
    void passes(DatamartClient client) {
      client.workspaces().listWorkspaces(null, null);
    }

    @Test
    void is_aborted(DatamartClient client) {
      client.workspaces().listWorkspaces(null, null);
      abort("not today");
    }
  }

  @DatamartMock(organization = OrganizationPer.CLASS)
  @TestMethodOrder(MethodName.class)
  @Execution(ExecutionMode.SAME_THREAD)
  static class SharingCase {
    @Test
    void a_passes(DatamartClient client) {
      client.datasources().listDatasources(null, null);
    }

    @Test
    void b_fails(DatamartClient client) {
      client.workspaces().listWorkspaces(null, null);
      fail("on purpose");
    }
  }
}
