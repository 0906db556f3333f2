package dev.datamart.stub;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.SeBootstrap;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example in the README, as it stands there: it compiles without a warning, starts and answers.
 */
@Timeout(60)
class ExampleServerTest {

  private static final String DATAMARTS = "/api/v2/data-app/datamarts";
  private static final String BODY =
      """
      {"name": "sales-datamart", "datasourceName": "acme-postgres", "mood": "unknown members are ignored",
       "tableList": [{"name": "orders", "columns": [{"name": "amount"}]}]}
      """;

  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private URLClassLoader classes;
  private URI origin = URI.create("http://127.0.0.1");

  @Test
  void the_example_compiles_and_serves_the_datamart_operations() throws Exception {
    SeBootstrap.Instance server = startedExample();
    try {
      origin = server.configuration().baseUri();

      var created = call("POST", DATAMARTS, BodyPublishers.ofString(BODY));
      var listed = call("GET", DATAMARTS, BodyPublishers.noBody());
      var deleted =
          call(
              "DELETE",
              "/api/v2/data-app/datamart?datamartName=sales-datamart",
              BodyPublishers.noBody());
      var again =
          call(
              "DELETE",
              "/api/v2/data-app/datamart?datamartName=sales-datamart",
              BodyPublishers.noBody());

      assertThat(created.body()).isEqualTo("{\"id\":\"sales-datamart\",\"error\":null}");
      assertThat(listed.body())
          .matches(
              "\\{\"data\":\\[\\{\"name\":\"sales-datamart\",\"createdAt\":\"[-0-9T:.]+Z\",\"updatedAt\":\"[-0-9T:.]+Z\","
                  + "\"companyIntegration\":\\{\"name\":\"acme-postgres\"},\"datamartOrganization\":null}],\"error\":null}");
      assertThat(deleted.body()).isEqualTo(created.body());
      assertThat(again.statusCode()).isEqualTo(400);
      assertThat(again.body())
          .isEqualTo(
              "{\"error\":{\"code\":\"INVALID_REQUEST_BODY\",\"message\":\"Datamart not found\",\"status\":400}}");
    } finally {
      server.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
  }

  private SeBootstrap.Instance startedExample() throws Exception {
    Path source = Files.writeString(folder.resolve("ExampleServer.java"), exampleOfTheReadme());
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-Xlint:all,-processing",
                "-Werror",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(result).as("exit code of the compiler").isZero();
    classes = URLClassLoader.newInstance(new URL[] {folder.toUri().toURL()});
    Object starting =
        classes.loadClass("ExampleServer").getMethod("start", int.class).invoke(null, 0);
    return (SeBootstrap.Instance)
        ((CompletionStage<?>) starting).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @AfterEach
  void forgetTheExample() throws IOException {
    if (classes != null) {
      classes.close();
    }
  }

  private static String exampleOfTheReadme() throws IOException {
    Matcher block =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(block.find()).as("the README has a Java block").isTrue();
    return block.group(1);
  }

  private HttpResponse<String> call(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(origin.resolve(path))
            .method(method, body)
            .header("Content-Type", "application/json")
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
