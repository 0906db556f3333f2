package dev.datamart.conformance.run;

import dev.datamart.cli.NearestName;
import dev.datamart.conformance.run.KnownFailures.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads a list of known failures as editors write it: with a byte order mark or without, lines
 * ended in whichever way, empty lines and lines that begin with # anywhere.
 *
 * @param checks that there are
 * @param warnings hears of what can be passed over, in sentences
 */
public record KnownFailuresFile(Path file, List<Instance> checks, Consumer<String> warnings) {
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int LONGEST_WORD = 200;

  /**
   * The list; a line that says nothing or names no check has to be put right first, since what was
   * meant by it would go on failing.
   *
   * @throws IllegalArgumentException with a sentence about that line
   */
  public KnownFailures read() throws IOException {
    Map<String, Integer> lines = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : text().split("\r\n|\r|\n", -1)) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      Entry entry = entry(text, number);
      Integer before = lines.putIfAbsent(entry.pattern(), number);
      if (before == null) {
        entries.add(entry);
      } else {
        warnings.accept(at(number) + " repeats line " + before + ", which counts.");
      }
    }
    return new KnownFailures(entries);
  }

  private Entry entry(String line, int number) {
    List<String> parts = Pattern.compile("\\|").splitAsStream(line).map(String::strip).toList();
    if (parts.size() < 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
      throw new IllegalArgumentException(at(number) + " is not \"ID | reason | link\".");
    }
    String id = parts.get(0);
    if (checks.stream().noneMatch(check -> check.matches(id))) {
      throw new IllegalArgumentException(at(number) + " names no check" + meant(id));
    }
    return new Entry(id, parts.get(1), parts.size() > 2 ? parts.get(2) : "");
  }

  private String meant(String id) {
    if (id.length() > LONGEST_WORD) {
      return ".";
    }
    Set<String> known = new TreeSet<>();
    checks.forEach(check -> known.add(id.contains("@") ? check.id() : check.requirement().id()));
    return NearestName.mostLike(id, known)
        .map(nearest -> ": \"" + id + "\"; the nearest is " + nearest + ".")
        .orElse(".");
  }

  private String at(int number) {
    return "Line " + number + " of " + file;
  }

  private String text() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** Redirecting in PowerShell 5 writes UTF-16, with a mark. */
  private static Charset charset(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return mark == 0xfffe || mark == 0xfeff ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }
}
