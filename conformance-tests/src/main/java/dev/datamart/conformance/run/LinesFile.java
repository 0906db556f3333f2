package dev.datamart.conformance.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A list as editors write it: with a byte order mark or without, lines ended in whichever way,
 * empty lines and lines that begin with # anywhere.
 */
record LinesFile(Path file) {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** What is said, by the number of the line. */
  SortedMap<Integer, String> lines() throws IOException {
    SortedMap<Integer, String> said = new TreeMap<>();
    int number = 0;
    for (String line : text().split("\r\n|\r|\n", -1)) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        said.put(number, text);
      }
    }
    return said;
  }

  String at(int number) {
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
