package dev.datamart.conformance.wire;

import dev.datamart.cli.Visible;
import java.io.EOFException;
import java.io.IOException;
import java.io.Serial;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A request got no answer that can be judged: refused, broken off, late, too large, put off. */
public final class NoAnswer extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private static final String LATE = "the time of the run is over";
  private static final String REFUSED = "the connection is refused";
  private static final String UNKNOWN = "the host is unknown";
  private final String why;

  NoAnswer(Call call, String url, IOException cause) {
    this(call, url, reason(cause), cause);
  }

  static NoAnswer late(Call call, String url) {
    return new NoAnswer(call, url, LATE);
  }

  /** Whether it was not even asked, or not waited for, since the time of the run was over. */
  public boolean isLate() {
    return why.equals(LATE);
  }

  NoAnswer(Call call, String url, String why) {
    this(call, url, why, null);
  }

  private NoAnswer(Call call, String url, String why, @Nullable IOException cause) {
    super(call.spelling().method() + " " + Text.cut(url, 200) + " got no answer: " + why, cause);
    this.why = why;
  }

  /** One sentence about the whole server, for when it cannot be checked at all. */
  public String sentence(String baseUrl) {
    boolean isReached = !why.equals(REFUSED) && !why.equals(UNKNOWN);
    return (isReached
            ? "The server at " + baseUrl + " gives no answer to judge: "
            : "Nothing answers at " + baseUrl + ": ")
        + why
        + ".";
  }

  private static String reason(IOException failure) {
    List<Throwable> causes =
        Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    Throwable root = causes.get(causes.size() - 1);
    String words = Text.cut(Visible.of(String.valueOf(root.getMessage())), 100);
    if (root instanceof BoundedBody.TooLarge) {
      return words;
    } else if (anyIs(causes, TimeoutException.class, HttpTimeoutException.class)) {
      return "the answer takes too long";
    } else if (anyIs(causes, SSLException.class)) {
      return "TLS fails (" + words + ")";
    } else if (anyIs(causes, UnresolvedAddressException.class, UnknownHostException.class)) {
      return UNKNOWN;
    } else if (anyIs(causes, ConnectException.class, ClosedChannelException.class)) {
      return REFUSED;
    } else if (root instanceof EOFException || words.contains("received no bytes")) {
      return "the connection is closed without an answer";
    }
    return "the connection fails (" + root.getClass().getSimpleName() + ", " + words + ")";
  }

  private static boolean anyIs(List<Throwable> causes, Class<?>... kinds) {
    return causes.stream()
        .anyMatch(cause -> Arrays.stream(kinds).anyMatch(kind -> kind.isInstance(cause)));
  }
}
