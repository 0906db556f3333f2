package dev.datamart.client;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers every request with the same status and text, and keeps the last request for a look. */
final class CannedService implements AutoCloseable {

  private final HttpServer server;
  private volatile String lastRequest = "";
  private volatile String lastBody = "";

  CannedService(int status, String answer) throws IOException {
    this(status, "application/json", answer.getBytes(StandardCharsets.UTF_8));
  }

  /** Without bytes the body begins and never ends. */
  CannedService(int status, String contentType, byte @Nullable [] bytes) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          lastRequest =
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().get("Authorization");
          lastBody = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", contentType);
          if (bytes == null) {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            return;
          }
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  DatamartClient client() {
    return DatamartClient.of(baseUrl(), "a-token");
  }

  /** Returns method, path with query, and the Authorization headers of the last request. */
  String lastRequest() {
    return lastRequest;
  }

  String lastBody() {
    return lastBody;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
