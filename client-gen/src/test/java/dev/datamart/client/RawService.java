package dev.datamart.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Reads the head of each request, answers a text as it is or nothing, and resets or closes the
 * connection.
 */
final class RawService implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<List<String>> requests = new CopyOnWriteArrayList<>();
  private final String answer;
  private final boolean isReset;

  /** Answers the text and closes. */
  RawService(String answer) throws IOException {
    this(answer, false);
  }

  RawService(String answer, boolean isReset) throws IOException {
    this.answer = answer;
    this.isReset = isReset;
    Thread thread = new Thread(this::serve, "raw-service");
    thread.setDaemon(true);
    thread.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  DatamartClient client() {
    return DatamartClient.of(baseUrl(), "a-token");
  }

  /** Returns the lines of the heads of all requests so far. */
  List<List<String>> requests() {
    return requests;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        var lines =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        List<String> head = new CopyOnWriteArrayList<>();
        String line = lines.readLine();
        while (line != null && !line.isEmpty()) {
          head.add(line);
          line = lines.readLine();
        }
        if (!head.isEmpty()) {
          requests.add(head);
        }
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        connection.setSoLinger(isReset, 0);
      } catch (IOException e) {
        // The caller went away, or the test is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
