package dev.datamart.benchmark.floor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;

/**
 * A Grizzly server with one handler that writes bytes which are there already: no authentication,
 * no routing, no state, no framework.
 */
public final class BareGrizzly {

  private static final byte[] CHANGED =
      "{\"id\":\"bench\",\"error\":null}".getBytes(StandardCharsets.UTF_8);

  private BareGrizzly() {}

  /**
   * Runs until it is killed.
   *
   * @param args the port, the file that a list answers with, and {@code worker} for Grizzly's
   *     default I/O strategy or {@code same} for the mock's
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    byte[] list = Files.readAllBytes(Path.of(args[1]));
    HttpServer server = new HttpServer();
    NetworkListener listener = new NetworkListener("floor", "127.0.0.1", Integer.parseInt(args[0]));
    if (args[2].equals("same")) {
      listener.getTransport().setIOStrategy(SameThreadIOStrategy.getInstance());
    }
    server.addListener(listener);
    server.getServerConfiguration().addHttpHandler(new Bytes(list), "/");
    server.start();
    Thread.currentThread().join();
  }

  /** Answers every GET with the list, and everything else as a change is answered. */
  private static final class Bytes extends HttpHandler {
    private final byte[] list;

    Bytes(byte[] list) {
      this.list = list;
    }

    @Override
    public void service(Request request, Response response) throws IOException {
      boolean isList = request.getMethod().getMethodString().equals("GET");
      byte[] body = isList ? list : CHANGED;
      response.setContentType("application/json");
      response.setHeader(Header.ContentLength, Integer.toString(body.length));
      response.getOutputStream().write(body);
    }
  }
}
