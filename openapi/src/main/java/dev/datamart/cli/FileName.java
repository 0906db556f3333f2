package dev.datamart.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The path of a file by the name that somebody gave it. */
public final class FileName {

  /** What a relative name is relative to, where the JVM can say it only in the letters it has. */
  private static final String HERE = "/proc/self/cwd/";

  private FileName() {}

  /**
   * Returns the path. In a locale such as {@code C} the JVM has no path for a name with other
   * letters than ASCII; then its bytes in UTF-8 are the path, as they are for other programs.
   *
   * @throws InvalidPathException when no file can have that name
   */
  public static Path path(String name) {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      throw new InvalidPathException(name, "No file has such a name");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException lettersThatTheLocaleLacks) {
      return ofBytes(name, lettersThatTheLocaleLacks);
    }
  }

  private static Path ofBytes(String name, InvalidPathException refused) {
    StringBuilder uri = new StringBuilder("file://").append(name.startsWith("/") ? "" : HERE);
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      uri.append(each == '/' ? "/" : "%%%02X".formatted(each & 0xff));
    }
    try {
      return Path.of(URI.create(uri.toString()));
    } catch (IllegalArgumentException notHere) {
      throw refused;
    }
  }
}
