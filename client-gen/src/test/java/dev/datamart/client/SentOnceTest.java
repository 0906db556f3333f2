package dev.datamart.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datamart.client.model.ListWorkspaceMetricsRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request is repeated, however the connection breaks; java.net.http would repeat a GET. */
@Timeout(30)
class SentOnceTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_get_whose_connection_breaks_is_sent_once(boolean isReset) throws IOException {
    try (var service = new RawService("", isReset)) {
      var failure =
          catchThrowableOfType(
              ApiException.class,
              () -> service.client().datamarts().listDatamarts(null, null, null));

      assertThat(service.requests()).hasSize(1);
      assertThat(failure.getStatus()).isZero();
      assertThat(failure)
          .hasMessage(
              "listDatamarts brought no answer: the connection broke before an answer came, and the"
                  + " request was not repeated")
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void nor_is_a_change_or_a_body() throws IOException {
    try (var service = new RawService("", true)) {
      assertThatThrownBy(() -> service.client().datamarts().deleteDatamart("sales"))
          .isInstanceOf(ApiException.class);
      var request = new ListWorkspaceMetricsRequest().workspaceName("w");
      assertThatThrownBy(() -> service.client().workspaces().listWorkspaceMetrics(request))
          .isInstanceOf(ApiException.class);

      assertThat(service.requests()).hasSize(2);
    }
  }

  @Test
  void a_client_of_ones_own_that_offers_http_2_repeats_nothing_either() throws IOException {
    HttpClient http = HttpClient.newHttpClient();
    try (var service = new CannedService(200, "{\"data\":[]}");
        var broken = new RawService("", true)) {
      var client = DatamartClient.of(service.baseUrl(), "a-token", http);
      assertThat(client.workspaces().listWorkspaces(null, null).getData()).isEmpty();

      var unlucky = DatamartClient.of(broken.baseUrl(), "a-token", http);
      assertThatThrownBy(() -> unlucky.workspaces().listWorkspaces(null, null))
          .isInstanceOf(ApiException.class);
      assertThat(broken.requests()).hasSize(1);
    }
  }

  @Test
  void a_client_of_ones_own_that_follows_redirects_follows_them() throws IOException {
    HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    try (var service = new CannedService(200, "{\"data\":[]}");
        var door = new RawService(redirectTo(service.baseUrl()))) {
      var client = DatamartClient.of(door.baseUrl(), "a-token", http);

      assertThat(client.workspaces().listWorkspaces(null, null).getData()).isEmpty();
    }
  }

  @Test
  void it_costs_no_header_beyond_those_of_java_itself() throws IOException {
    try (var service =
        new RawService("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"data\":[]}")) {
      service.client().workspaces().listWorkspaces(null, null);

      assertThat(service.requests().get(0).stream().map(line -> line.split(":")[0]))
          .containsExactlyInAnyOrder(
              "GET /api/v2/workspace HTTP/1.1",
              "Content-Length",
              "Host",
              "User-Agent",
              "Accept",
              "Authorization");
    }
  }

  private static String redirectTo(String baseUrl) {
    return "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
        + baseUrl
        + "/elsewhere\r\nConnection: close\r\n\r\n";
  }
}
