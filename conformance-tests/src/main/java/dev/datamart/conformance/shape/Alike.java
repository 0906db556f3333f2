package dev.datamart.conformance.shape;

import java.util.regex.Pattern;

/**
 * What two bodies have in common that differ only in names of this suite's own, in UUIDs or in
 * moments: no schema tells such bodies apart.
 */
final class Alike {
  private static final Pattern VARYING =
      Pattern.compile(
          "(dck-[a-z2-9]{13}-[^\"\\\\]*)"
              + "|(\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b)"
              + "|(\\b20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])"
              + "T([01]\\d|2[0-3])(:[0-5]\\d){2}(\\.\\d+)?(Z|[+-]00:00))");

  private Alike() {}

  /** The text with a placeholder in place of each such value. */
  static String of(String body) {
    return VARYING
        .matcher(body)
        .replaceAll(
            found -> found.group(1) != null ? "name" : found.group(2) != null ? "uuid" : "moment");
  }
}
