package dev.datamart.mock.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.RawSocket;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program with 64 MB of heap, before a thousand callers who want to fill it. */
@Timeout(120)
class SmallMemoryTest {

  private static final String TOKEN = "11111111-1111-4111-8111-111111111111";
  private static final int CALLERS = 1_000;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<RawSocket> sockets = new ArrayList<>();
  private final Process mock;
  private final URI base;

  SmallMemoryTest() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    mock =
        new ProcessBuilder(
                java.toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.datamart.mock.cli.MockMain",
                "--port",
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = mock.inputReader(StandardCharsets.UTF_8);
    base = URI.create(out.readLine().replaceFirst(".* at ", ""));
  }

  @AfterEach
  void end() throws Exception {
    for (RawSocket socket : sockets) {
      socket.close();
    }
    mock.destroyForcibly().waitFor();
  }

  @Test
  void bodies_without_end_do_not_fill_it() throws Exception {
    String large = " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000000\r\n\r\n";
    String small =
        "POST /api/v2/data-app HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + TOKEN
            + "\r\nContent-Length: 60001\r\n\r\n";
    for (int i = 0; i < CALLERS; i++) {
      hold("POST /nope" + large, 100_000);
      hold(small, 60_000);
      if (i % 100 == 0) {
        hold("PUT /__mock/organizations/acme/state" + large, 2_000_000);
        assertThat(listed()).isEqualTo(200);
      }
    }

    assertThat(listed()).isEqualTo(200);
    mock.destroy();
    assertThat(mock.waitFor(15, TimeUnit.SECONDS)).isTrue();
  }

  /** Sends the head and so many bytes of a body; who is turned away meanwhile is. */
  private void hold(String head, int bytes) throws IOException {
    RawSocket socket = RawSocket.to(base);
    sockets.add(socket);
    try {
      socket.say(head).say("x".repeat(bytes));
    } catch (IOException turnedAway) {
      socket.close();
    }
  }

  private int listed() throws Exception {
    HttpRequest list =
        HttpRequest.newBuilder(base.resolve("/api/v2/workspace"))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + TOKEN)
            .build();
    return HTTP.send(list, BodyHandlers.ofString()).statusCode();
  }
}
