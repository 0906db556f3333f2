package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Java client with its defaults offers HTTP/2 with every first request, bodies included. */
@Timeout(30)
class DefaultJavaClientTest {

  private final Tenant tenant = Tenant.demo();

  @Test
  void every_method_is_answered_on_a_fresh_connection() throws Exception {
    String name = json(body("name", "java"));
    String update = json(body("datamartName", "sales-datamart"));

    assertThat(send("GET", "/datasource", BodyPublishers.noBody())).isEqualTo(200);
    assertThat(send("POST", "/data-app", BodyPublishers.ofString(name))).isEqualTo(200);
    assertThat(send("PUT", "/data-app/datamarts", BodyPublishers.ofString(update))).isEqualTo(200);
    assertThat(send("DELETE", "/data-app?name=java", BodyPublishers.ofString(name))).isEqualTo(200);
    assertThat(send("DELETE", "/data-app?name=java", BodyPublishers.noBody())).isEqualTo(400);
  }

  @Test
  void large_and_empty_bodies_are_answered_too() throws Exception {
    String large = json(body("name", "x".repeat(500_000)));

    assertThat(send("POST", "/data-app", BodyPublishers.ofString(large))).isEqualTo(200);
    assertThat(send("POST", "/data-app", BodyPublishers.noBody())).isEqualTo(400);
    assertThat(send("POST", "/dataApp/datamart/list", BodyPublishers.noBody())).isEqualTo(200);
  }

  @Test
  void one_client_sends_many_requests() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < 100; i++) {
      String body = json(body("name", "app" + i));
      assertThat(send(client, "POST", "/data-app", BodyPublishers.ofString(body))).isEqualTo(200);
      assertThat(send(client, "POST", "/data-app", BodyPublishers.ofString(body))).isEqualTo(400);
    }
  }

  private int send(String method, String path, BodyPublisher body) throws Exception {
    return send(HttpClient.newHttpClient(), method, path, body);
  }

  private int send(HttpClient client, String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(TestMock.shared().baseUri() + "/api/v2" + path))
            .timeout(Duration.ofSeconds(5))
            .header("Authorization", "Bearer " + tenant.serviceToken())
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return response.statusCode();
  }
}
