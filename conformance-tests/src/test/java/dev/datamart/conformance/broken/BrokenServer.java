package dev.datamart.conformance.broken;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A right server with one behaviour replaced: a proxy that lets a fault answer. */
public final class BrokenServer implements AutoCloseable {
  static {
    // Without it each small answer waits for the delayed acknowledgement of the one before.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");

  private final HttpClient http =
      // What there is to do of an answer is too little to be handed to another thread.
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(Runnable::run).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final URI upstream;
  private final Fault fault;

  BrokenServer(URI upstream, Fault fault) {
    this.upstream = upstream;
    this.fault = fault;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = fault.answer(ask(exchange), this::send);
      reply
          .headers()
          .forEach(
              (name, value) -> {
                if (!HOP_BY_HOP.contains(name)) {
                  exchange.getResponseHeaders().set(name, value);
                }
              });
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      // A length of 0 means chunks.
      long length = reply.isChunked() ? 0 : body.length;
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    } catch (RuntimeException | IOException broken) {
      if (!(broken instanceof ConnectionDropped)) {
        broken.printStackTrace();
      }
      throw broken;
    }
  }

  private static Ask ask(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    String query = exchange.getRequestURI().getRawQuery();
    return new Ask(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private Reply send(Ask ask) {
    String target = ask.path() + (ask.query().isEmpty() ? "" : "?" + ask.query());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(upstream.resolve(target))
            .method(
                ask.method(),
                ask.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(ask.body()));
    ask.headers()
        .forEach(
            (name, value) -> {
              if (!HOP_BY_HOP.contains(name)) {
                request.header(name, value);
              }
            });
    try {
      HttpResponse<String> response =
          http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      Map<String, String> headers = new LinkedHashMap<>();
      response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
      return new Reply(response.statusCode(), headers, response.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Thrown by a fault to break the connection off without an answer. */
  public static final class ConnectionDropped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
