package dev.datamart.mock.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query string, taken apart: names and values in the order in which they came, and the string
 * itself in a form that every URI parser takes.
 */
public record Query(String raw, List<String> names, List<String> values) {

  private static final Query NONE = new Query("", List.of(), List.of());
  private static final String ILLEGAL_IN_URI = "\"#<>\\^`{|}[]";

  /**
   * Reads a query string.
   *
   * @param sent as it stood on the request line, each char one byte; null when there was none
   * @throws IllegalArgumentException when a percent sign is not followed by two hexadecimal digits,
   *     or what they spell is not UTF-8: read leniently, it could be the name of something else
   */
  public static Query parse(@Nullable String sent) {
    if (sent == null || sent.isEmpty()) {
      return NONE;
    }
    String raw = encodeIllegal(sent);
    List<String> names = new ArrayList<>(4);
    List<String> values = new ArrayList<>(4);
    for (String pair : raw.split("&")) {
      if (!pair.isEmpty()) {
        int end = pair.indexOf('=');
        names.add(decode(end < 0 ? pair : pair.substring(0, end)));
        values.add(decode(end < 0 ? "" : pair.substring(end + 1)));
      }
    }
    return new Query(raw, names, values);
  }

  private static String decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        bytes.write(digit(encoded, i + 1) << 4 | digit(encoded, i + 2));
        i += 2;
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    try {
      ByteBuffer whole = ByteBuffer.wrap(bytes.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(whole).toString();
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  private static int digit(String encoded, int at) {
    int digit = at < encoded.length() ? Character.digit(encoded.charAt(at), 16) : -1;
    if (digit < 0) {
      throw new IllegalArgumentException("not a hexadecimal digit");
    }
    return digit;
  }

  private static String encodeIllegal(String sent) {
    StringBuilder out = null;
    for (int i = 0; i < sent.length(); i++) {
      char c = sent.charAt(i);
      boolean legal = c > ' ' && c < 0x7f && ILLEGAL_IN_URI.indexOf(c) < 0;
      if (!legal && out == null) {
        out = new StringBuilder(sent.length() + 16).append(sent, 0, i);
      }
      if (out != null) {
        out.append(legal ? String.valueOf(c) : String.format("%%%02X", c & 0xff));
      }
    }
    return out == null ? sent : out.toString();
  }
}
