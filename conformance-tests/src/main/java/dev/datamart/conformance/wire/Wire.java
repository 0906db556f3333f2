package dev.datamart.conformance.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
  private static final Duration PUT_OFF_AT_MOST = Duration.ofMinutes(3);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String baseUrl;
  private final RequestPacing pace;
  private final Patience patience = new Patience();
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
    if (patience.isOver(call.operation())) {
      throw new NoAnswer(
          call, url, "the operation is not asked any more, since its answers did not come in time");
    }
    try {
      return answer(call, url);
    } catch (IOException broken) {
      throw new NoAnswer(call, url, broken);
    } catch (Json.TooMuch unreadable) {
      throw new NoAnswer(call, url, String.valueOf(unreadable.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(call, url, "the run was stopped");
    }
  }

  private Exchange answer(Call call, String url) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    for (int repetition = 0;
        repetition <= MOST_REPETITIONS && System.nanoTime() - begun < PUT_OFF_AT_MOST.toNanos();
        repetition++) {
      long sentAt = pace.await();
      Exchange exchange = sendOnce(call, url, sentAt);
      if (exchange.status() != TOO_MANY_REQUESTS) {
        return exchange;
      }
      pace.slowDown(exchange.retryAfter(), sentAt);
    }
    throw new NoAnswer(call, url, "the server kept answering 429");
  }

  private Exchange sendOnce(Call call, String url, long sentAt)
      throws IOException, InterruptedException {
    count.incrementAndGet();
    Duration deadline = patience.atMost(pace.deadline());
    HttpRequest request = request(call, url, deadline);
    HttpResponse<byte[]> response;
    try {
      response = http.send(request, BoundedBody.within(deadline, sentAt));
    } catch (IOException broken) {
      patience.lose(call.operation(), sentAt);
      throw broken;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - sentAt);
    if (response.statusCode() != TOO_MANY_REQUESTS) {
      pace.took(took);
    }
    Exchange exchange =
        Exchange.of(call, url, response.statusCode(), response.headers().map(), response.body());
    observers.forEach(observer -> observer.accept(exchange));
    return exchange;
  }

  private static HttpRequest request(Call call, String url, Duration deadline) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url)).timeout(deadline);
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
