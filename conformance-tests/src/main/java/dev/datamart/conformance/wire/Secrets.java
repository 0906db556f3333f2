package dev.datamart.conformance.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every token that the run has seen, by value, with the name that stands for it in reports.
 * Whatever is printed goes through {@link #mask}.
 */
public final class Secrets {
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final AtomicInteger keys = new AtomicInteger();

  public Secrets add(String value, String name) {
    if (!value.isBlank()) {
      names.putIfAbsent(value, name);
    }
    return this;
  }

  /** Learns the API keys that an answer shows. */
  public void learn(Exchange exchange) {
    exchange.json().findValuesAsText("key").forEach(this::addKey);
  }

  private void addKey(String key) {
    if (key.length() >= 8 && !names.containsKey(key)) {
      add(key, "API_KEY_" + keys.incrementAndGet());
    }
  }

  /** The text with each token replaced by {@code $NAME}. */
  public String mask(String text) {
    String masked = text;
    for (Map.Entry<String, String> secret : names.entrySet()) {
      String name = "$" + secret.getValue();
      masked = masked.replace(secret.getKey(), name);
      masked = masked.replace(Percent.encode(secret.getKey()), name);
      masked = masked.replace(base64(secret.getKey()), name);
    }
    return masked;
  }

  /** The text cut at each token that it contains. */
  List<Part> parts(String text) {
    List<Part> parts = List.of(new Part(text, false));
    for (Map.Entry<String, String> secret : names.entrySet()) {
      List<Part> finer = new ArrayList<>();
      for (Part part : parts) {
        if (part.variable()) {
          finer.add(part);
        } else {
          cut(part.text(), secret.getKey(), secret.getValue(), finer);
        }
      }
      parts = finer;
    }
    return parts;
  }

  private static void cut(String text, String token, String name, List<Part> into) {
    int from = 0;
    for (int at = text.indexOf(token); at >= 0; at = text.indexOf(token, from)) {
      into.add(new Part(text.substring(from, at), false));
      into.add(new Part("$" + name, true));
      from = at + token.length();
    }
    into.add(new Part(text.substring(from), false));
  }

  /** A piece of text, or the variable that stands for a token. */
  record Part(String text, boolean variable) {}

  private static String base64(String value) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }
}
