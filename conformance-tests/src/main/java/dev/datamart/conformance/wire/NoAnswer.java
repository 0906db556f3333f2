package dev.datamart.conformance.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.Serial;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A request got no answer that can be judged: refused, broken off, late, too large, put off. */
public final class NoAnswer extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private static final String REFUSED = "the connection is refused";
  private static final String UNKNOWN = "the host is unknown";
  private final String why;

  NoAnswer(Call call, String url, IOException cause) {
    this(call, url, reason(cause), cause);
  }

  NoAnswer(Call call, String url, String why) {
    this(call, url, why, null);
  }

  private NoAnswer(
      Call call, String url, String why, @Nullable IOException cause) {
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
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String words = Text.cut(Visible.line(String.valueOf(cause.getMessage())), 100);
    if (cause instanceof BoundedBody.TooLarge) {
      return words;
    } else if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
      return "the answer takes too long";
    } else if (cause instanceof ConnectException || cause instanceof ClosedChannelException) {
      return REFUSED;
    } else if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
      return UNKNOWN;
    } else if (cause instanceof SSLException) {
      return "TLS fails (" + words + ")";
    } else if (cause instanceof EOFException || words.contains("received no bytes")) {
      return "the connection is closed without an answer";
    }
    return "the connection fails (" + cause.getClass().getSimpleName() + ", " + words + ")";
  }
}
