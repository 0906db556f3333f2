package dev.datamart.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An untouched {@code java.net.http} client, which offers HTTP/2 with every first request, against
 * the mock.
 */
@Timeout(20)
class DefaultHttpClientTest {

  private static final String TABLES =
      "\"tableList\": [{\"name\": \"orders\", \"columns\": [{\"name\": \"amount\"}]}]}";

  private RunningMock mock;

  @BeforeEach
  void startMock() throws Exception {
    mock = new RunningMock();
  }

  @AfterEach
  void stopMock() {
    mock.close();
  }

  @Test
  void it_can_get() throws Exception {
    assertThat(call("GET", "/data-app/datamarts", "")).startsWith("200 {\"data\":[{");
  }

  @Test
  void it_can_post_json() throws Exception {
    String body = "{\"name\": \"plain\", \"datasourceName\": \"acme-postgres\", " + TABLES;

    assertThat(call("POST", "/data-app/datamarts", body))
        .isEqualTo("200 {\"id\":\"plain\",\"error\":null}");
  }

  @Test
  void it_can_put_json() throws Exception {
    String body = "{\"datamartName\": \"marketing-datamart\", " + TABLES;

    assertThat(call("PUT", "/data-app/datamarts", body))
        .isEqualTo("200 {\"id\":\"marketing-datamart\"}");
  }

  @Test
  void it_can_delete_with_a_json_body_that_is_ignored() throws Exception {
    assertThat(
            call(
                "DELETE",
                "/data-app/datamart?datamartName=unused-datamart",
                "{\"datamartName\": \"other\"}"))
        .isEqualTo("200 {\"id\":\"unused-datamart\",\"error\":null}");
  }

  private String call(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mock.baseUrl() + "/api/v2" + path))
            .header("Authorization", "Bearer " + RunningMock.SERVICE_TOKEN)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }
}
