package dev.datamart.conformance.shape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two bodies have in common that differ only in names of this suite's own, in UUIDs or in
 * moments: no schema tells such bodies apart.
 */
final class Alike {
  private static final Pattern VARYING =
      Pattern.compile(
          "(?<name>dck-[a-z2-9]{13}-[^\"\\\\]*)"
              + "|(?<uuid>\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b)"
              + "|(?<moment>\\b20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])"
              + "T([01]\\d|2[0-3])(:[0-5]\\d){2}(\\.\\d+)?(Z|[+-]00:00))");

  private Alike() {}

  /** The text with a placeholder in place of each such value. */
  static String of(String body) {
    Matcher matcher = VARYING.matcher(body);
    StringBuilder text = new StringBuilder(body.length());
    while (matcher.find()) {
      String kind =
          matcher.group("name") != null
              ? "name"
              : matcher.group("uuid") != null ? "uuid" : "moment";
      matcher.appendReplacement(text, kind);
    }
    return matcher.appendTail(text).toString();
  }
}
