package dev.datamart.conformance.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of query values; a space becomes {@code %20}, never a plus. */
public final class Percent {
  private Percent() {}

  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
