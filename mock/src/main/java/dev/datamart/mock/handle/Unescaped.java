package dev.datamart.mock.handle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text without its escapes, each char one byte of UTF-8, which knows where in the original each
 * of them stood.
 */
final class Unescaped {

  private static final int HEX = 16;

  private final String bytes;
  private final int[] starts;
  private final int[] ends;

  private Unescaped(String bytes, int[] starts, int[] ends) {
    this.bytes = bytes;
    this.starts = starts;
    this.ends = ends;
  }

  /** Returns the text as it is. */
  static Unescaped of(String text) {
    Builder builder = new Builder(text.length());
    for (int i = 0; i < text.length(); ) {
      int next = text.offsetByCodePoints(i, 1);
      if (text.charAt(i) < 0x80) {
        builder.add(text.charAt(i), i, next);
      } else {
        builder.addAll(utf8(text.substring(i, next)), i, next);
      }
      i = next;
    }
    return builder.build();
  }

  /** Returns it with one level of escapes undone: of addresses ({@code %31}) and of JSON. */
  Unescaped undone() {
    if (bytes.indexOf('%') < 0 && !bytes.contains("\\u")) {
      return this;
    }
    Builder builder = new Builder(bytes.length());
    for (int i = 0; i < bytes.length(); ) {
      int digits = bytes.charAt(i) == '%' ? 2 : bytes.startsWith("\\u", i) ? 4 : 0;
      int from = digits == 4 ? i + 2 : i + 1;
      int value = digits == 0 ? -1 : number(from, digits);
      int next = value < 0 ? i + 1 : from + digits;
      int end = ends[next - 1];
      if (digits == 4 && value >= 0) {
        builder.addAll(utf8(String.valueOf((char) value)), starts[i], end);
      } else {
        builder.add(value < 0 ? bytes.charAt(i) : value, starts[i], end);
      }
      i = next;
    }
    return builder.build();
  }

  private int number(int from, int digits) {
    if (from + digits > bytes.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(bytes.charAt(i), HEX);
      if (digit < 0) {
        return -1;
      }
      value = value * HEX + digit;
    }
    return value;
  }

  String bytes() {
    return bytes;
  }

  /** Returns where in the original that byte begins. */
  int start(int index) {
    return starts[index];
  }

  /** Returns where in the original that byte ends. */
  int end(int index) {
    return ends[index];
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final class Builder {
    private byte[] bytes;
    private int[] starts;
    private int[] ends;
    private int size;

    Builder(int expected) {
      bytes = new byte[expected + HEX];
      starts = new int[bytes.length];
      ends = new int[bytes.length];
    }

    void addAll(byte[] more, int start, int end) {
      for (byte each : more) {
        add(each, start, end);
      }
    }

    void add(int one, int start, int end) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * size);
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
      }
      bytes[size] = (byte) one;
      starts[size] = start;
      ends[size] = end;
      size++;
    }

    Unescaped build() {
      return new Unescaped(new String(bytes, 0, size, StandardCharsets.ISO_8859_1), starts, ends);
    }
  }
}
