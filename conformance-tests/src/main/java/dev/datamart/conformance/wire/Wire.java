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
import java.util.function.Function;

/** Sends calls to one server and shows every exchange to its observers. Safe for many threads. */
public final class Wire {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int MOST_REPETITIONS = 10;
  private static final Duration PUT_OFF_AT_MOST = Duration.ofMinutes(3);
  private static final Duration FOR_EVER = Duration.ofDays(1000);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          // An answer is read in no time: to hand that to another thread costs more than it gives.
          .executor(Runnable::run)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String baseUrl;
  private final RequestPacing pace;
  private final TimeLimit limit;
  private final Patience patience = new Patience(System::nanoTime);
  private final AtomicInteger count = new AtomicInteger();
  private final List<Consumer<Exchange>> observers = new CopyOnWriteArrayList<>();

  /** Without haste. */
  public Wire(String baseUrl, RequestPacing pace) {
    this(baseUrl, pace, TimeLimit.of(FOR_EVER));
  }

  /**
   * @param baseUrl origin and, where the API is not at its root, the path before {@code /api/v2}
   */
  public Wire(String baseUrl, RequestPacing pace, TimeLimit limit) {
    this.baseUrl = baseUrl.replaceAll("/+$", "");
    this.pace = pace;
    this.limit = limit;
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

  /** Whether the server has stopped answering, whatever it is asked. */
  public boolean isDead() {
    return patience.isOver();
  }

  /** Whether the time of the run is over, so that nothing is asked any more. */
  public boolean isTimeUp() {
    return isOver(limit.left(pace));
  }

  private static boolean isOver(Duration left) {
    return left.isNegative() || left.isZero();
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
    return send(call, limit::left);
  }

  /** Sends a call also when the time is up, since what was made has to go. */
  public Exchange sendToCleanUp(Call call) {
    return send(call, limit::leftToCleanUp);
  }

  private Exchange send(Call call, Function<RequestPacing, Duration> left) {
    String url = baseUrl + call.target();
    if (patience.isOver(call.operation())) {
      throw new NoAnswer(
          call, url, "the operation is not asked any more, since its answers did not come in time");
    }
    try {
      return answer(call, url, left);
    } catch (IOException broken) {
      throw isOver(left.apply(pace)) ? NoAnswer.late(call, url) : new NoAnswer(call, url, broken);
    } catch (Json.TooMuch unreadable) {
      throw new NoAnswer(call, url, String.valueOf(unreadable.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(call, url, "the run was stopped");
    }
  }

  private Exchange answer(Call call, String url, Function<RequestPacing, Duration> left)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    for (int repetition = 0;
        repetition <= MOST_REPETITIONS && System.nanoTime() - begun < PUT_OFF_AT_MOST.toNanos();
        repetition++) {
      long sentAt = pace.await(left.apply(pace));
      Duration rest = left.apply(pace);
      if (isOver(rest)) {
        throw NoAnswer.late(call, url);
      }
      Exchange exchange = sendOnce(call, url, sentAt, rest);
      if (exchange.status() != TOO_MANY_REQUESTS) {
        return exchange;
      }
      pace.slowDown(exchange.retryAfter(), sentAt);
    }
    patience.lose(call.operation(), System.nanoTime());
    throw new NoAnswer(call, url, "the server kept answering 429");
  }

  private Exchange sendOnce(Call call, String url, long sentAt, Duration rest)
      throws IOException, InterruptedException {
    count.incrementAndGet();
    Duration usual = patience.atMost(pace.deadline());
    Duration deadline = rest.compareTo(usual) < 0 ? rest : usual;
    HttpRequest request = request(call, url);
    HttpResponse<byte[]> response;
    try {
      response = Overdue.after(deadline, () -> http.send(request, BoundedBody::new));
    } catch (IOException broken) {
      patience.lose(call.operation(), sentAt);
      throw broken;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - sentAt);
    if (response.statusCode() != TOO_MANY_REQUESTS) {
      patience.gotAnswer();
      pace.took(took);
    }
    Exchange exchange =
        Exchange.of(call, url, response.statusCode(), response.headers().map(), response.body());
    observers.forEach(observer -> observer.accept(exchange));
    return exchange;
  }

  private static HttpRequest request(Call call, String url) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url));
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
    if (call.hasContent()) {
      headers.put("Content-Type", "application/json");
    }
    headers.putAll(call.headers());
    headers.values().removeIf(String::isEmpty);
    return headers;
  }
}
