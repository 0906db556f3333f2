package dev.datamart.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what a test expects; {@code -Drefresh} writes them anew. */
public final class Golden {
  private static final boolean REFRESH = System.getProperty("refresh") != null;

  private Golden() {}

  public static String text(Path file, String fresh) {
    try {
      if (REFRESH) {
        Files.writeString(file, fresh);
      }
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The part of a file between two lines of comment. */
  public static String section(Path file, String name, String fresh) {
    try {
      String begin = "<!-- " + name + " -->\n";
      String end = "<!-- end of " + name + " -->";
      String whole = Files.readString(file);
      int from = whole.indexOf(begin) + begin.length();
      int to = whole.indexOf(end);
      if (REFRESH) {
        Files.writeString(file, whole.substring(0, from) + fresh + whole.substring(to));
        return fresh;
      }
      return whole.substring(from, to);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
