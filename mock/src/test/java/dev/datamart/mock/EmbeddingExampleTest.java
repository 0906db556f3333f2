package dev.datamart.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.world.MockOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EmbeddingExampleTest {

  @Test
  void the_example_of_the_readme_lists_the_demo_seed() throws Exception {
    try (MockServer mock = MockServer.start(MockOptions.defaults().withPort(0).withSeed("demo"))) {
      URI datamarts = mock.baseUri().resolve("/api/v2/data-app/datamarts");
      HttpRequest list =
          HttpRequest.newBuilder(datamarts)
              .header("Authorization", "Bearer 11111111-1111-4111-8111-111111111111")
              .build();
      HttpResponse<String> answer = HttpClient.newHttpClient().send(list, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("sales-datamart");
    }
  }
}
