package dev.datamart.conformance.report;

import java.nio.charset.StandardCharsets;

/**
 * How much proof a report may hold, so that it stays below 10 MB and can be opened: the first
 * findings are shown in full, those for which there is no room are counted.
 */
final class Allowance {
  /** The rest of the 10 MB is for what is said of every check. */
  private static final int BYTES = 5 << 20;

  private long left = BYTES;

  boolean isSpent() {
    return left <= 0;
  }

  /** Counts a text as it will stand in the file, where a character may need an escape. */
  String spend(String text) {
    long escapes = text.chars().filter(letter -> "<>&\"'\\\n".indexOf(letter) >= 0).count();
    left -= text.getBytes(StandardCharsets.UTF_8).length + 5 * escapes;
    return text;
  }
}
