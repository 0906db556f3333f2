package dev.datamart.conformance.wire;

import java.io.IOException;
import java.io.Serial;

/** A request got no complete answer: connection refused, broken off, too late, or put off. */
public final class NoAnswer extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  NoAnswer(Call call, String url, IOException cause) {
    super(
        call.spelling().method() + " " + url + " got no complete answer: " + reason(cause), cause);
  }

  /** The server put the request off until nobody asked any more. */
  NoAnswer(Call call, String url) {
    super("the server kept answering 429 to " + call.spelling().method() + " " + url);
  }

  private static String reason(IOException cause) {
    String text = cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return text == null ? kind : kind + ", " + text;
  }
}
