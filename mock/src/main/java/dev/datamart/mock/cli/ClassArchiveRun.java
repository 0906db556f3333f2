package dev.datamart.mock.cli;

import dev.datamart.mock.MockServer;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.world.MockOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A short life of a mock, for making an archive of the classes that one needs: it starts, answers
 * each kind of request once, and ends.
 */
final class ClassArchiveRun {

  private static final String BODY =
      "{\"name\":\"warmup\",\"datasourceName\":\"acme-postgres\",\"tableList\":[{\"name\":"
          + "\"orders\",\"columns\":[{\"name\":\"id\"}]}]}";

  private ClassArchiveRun() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException, SeedException {
    try (MockServer server = MockServer.start(MockOptions.defaults().withPort(0))) {
      // What a start prints is part of it too.
      MockMain.welcome(server);
      String token = server.handle().organizations().get(0).serviceToken();
      int port = server.baseUri().getPort();
      String list = "GET /api/v2/data-app/datamarts";
      ask(port, token, list + "?isPagination=true&pageNumber=1", "");
      ask(port, token, "POST /api/v2/data-app/datamarts", BODY);
      ask(port, token, "DELETE /api/v2/data-app/datamart?datamartName=warmup", "");
      ask(port, "nobody", list, "");
    }
  }

  private static void ask(int port, String token, String line, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          line
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
              + token
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      if (socket.getInputStream().readAllBytes().length == 0) {
        throw new IOException("The mock closed the connection without an answer.");
      }
    }
  }
}
