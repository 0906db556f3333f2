package dev.datamart.conformance.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Sends calls to one server and shows every exchange to its observers. Safe for many threads. */
public final class Wire {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int MOST_REPETITIONS = 10;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String baseUrl;
  private final RequestPacing pace;
  private final AtomicInteger count = new AtomicInteger();
  private final List<Consumer<Exchange>> observers = new CopyOnWriteArrayList<>();

  /**
   * @param baseUrl origin and, where the API is not at its root, the path before {@code /api/v2}
   */
  public Wire(String baseUrl, RequestPacing pace) {
    this.baseUrl = baseUrl.replaceAll("/+$", "");
    this.pace = pace;
  }

  /** Whether an address is of the machine that the suite runs on, where it may write. */
  public static boolean isLocal(String baseUrl) {
    try {
      return InetAddress.getByName(URI.create(baseUrl).getHost()).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  public void observe(Consumer<Exchange> observer) {
    observers.add(observer);
  }

  /** Requests sent so far. */
  public int count() {
    return count.get();
  }

  public RequestPacing pace() {
    return pace;
  }

  public String baseUrl() {
    return baseUrl;
  }

  /**
   * Sends a call and waits for its answer; throws {@link NoAnswer} when none comes. A 429 is not
   * the answer: the call is sent again when the server lets it, and nothing else is ever repeated.
   */
  public Exchange send(Call call) {
    String url = baseUrl + call.target();
    HttpRequest request = request(call, url);
    for (int repetition = 0; repetition <= MOST_REPETITIONS; repetition++) {
      long sentAt = pace.await();
      Exchange exchange = sendOnce(call, url, request);
      if (exchange.status() != TOO_MANY_REQUESTS) {
        return exchange;
      }
      pace.slowDown(exchange.retryAfter(), sentAt);
    }
    throw new NoAnswer(call, url);
  }

  private Exchange sendOnce(Call call, String url, HttpRequest request) {
    count.incrementAndGet();
    long start = System.nanoTime();
    HttpResponse<byte[]> response = response(call, url, request);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (response.statusCode() != TOO_MANY_REQUESTS) {
      pace.took(took);
    }
    Exchange exchange =
        Exchange.of(call, url, response.statusCode(), response.headers().map(), response.body());
    observers.forEach(observer -> observer.accept(exchange));
    return exchange;
  }

  private HttpResponse<byte[]> response(Call call, String url, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException broken) {
      throw new NoAnswer(call, url, broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(call, url, new InterruptedIOException("the run was stopped"));
    }
  }

  private HttpRequest request(Call call, String url) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url)).timeout(pace.deadline());
    String content = call.content();
    builder.method(
        call.spelling().method(),
        content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
    requestHeaders(call).forEach(builder::header);
    return builder.build();
  }

  /** The headers that a call is sent with, in order. */
  static Map<String, String> requestHeaders(Call call) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String authorization = call.authorization();
    if (authorization != null) {
      headers.put("Authorization", authorization);
    }
    if (call.content() != null) {
      headers.put("Content-Type", "application/json");
    }
    headers.putAll(call.headers());
    headers.values().removeIf(String::isEmpty);
    return headers;
  }
}
