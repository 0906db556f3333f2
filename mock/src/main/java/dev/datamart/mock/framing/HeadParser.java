package dev.datamart.mock.framing;

import dev.datamart.mock.framing.Head.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the head of a request; what another reader could take for something else is refused. */
final class HeadParser {

  private HeadParser() {}

  /** Reads the bytes of a head, the empty line at its end included. */
  static Head parse(byte[] bytes, int start, int end) throws NotHttp {
    String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    int lineEnd = text.indexOf('\n');
    String first = line(text, 0, lineEnd);
    int afterMethod = first.indexOf(' ');
    int afterTarget = first.lastIndexOf(' ');
    if (afterMethod < 0 || afterMethod == afterTarget) {
      throw Flaw.FIRST_LINE.found();
    }
    String method = first.substring(0, afterMethod);
    String target = first.substring(afterMethod + 1, afterTarget);
    String version = first.substring(afterTarget + 1);
    check(method, target, version);
    List<Field> fields = new ArrayList<>();
    for (int at = lineEnd + 1; at < text.length(); at = lineEnd + 1) {
      lineEnd = text.indexOf('\n', at);
      String line = line(text, at, lineEnd);
      if (!line.isEmpty()) {
        fields.add(field(line));
      }
    }
    return head(method, origin(target), version.equals("HTTP/1.1"), fields);
  }

  private static void check(String method, String target, String version) throws NotHttp {
    if (method.equals("PRI") && version.equals("HTTP/2.0")) {
      throw Flaw.HTTP_2.found();
    }
    if (!Grammar.isToken(method) || !Grammar.isTarget(target)) {
      throw Flaw.FIRST_LINE.found();
    }
    if (!version.equals("HTTP/1.1") && !version.equals("HTTP/1.0")) {
      throw Flaw.VERSION.found();
    }
    if (method.equals("CONNECT")) {
      throw Flaw.CONNECT.found();
    }
  }

  private static Head head(String method, String target, boolean isHttp11, List<Field> fields)
      throws NotHttp {
    Head read = new Head(method, target, isHttp11, fields, 0, false);
    List<String> hosts = read.headers("Host");
    boolean isHostRight = hosts.isEmpty() ? !isHttp11 : Grammar.isHost(hosts.get(0));
    if (hosts.size() > 1 || !isHostRight) {
      throw Flaw.HOST.found();
    }
    List<String> lengths = read.headers("Content-Length");
    List<String> encodings = read.headers("Transfer-Encoding");
    if (lengths.size() > 1 || !lengths.stream().allMatch(Grammar::isLength)) {
      throw Flaw.LENGTH.found();
    }
    if (!encodings.isEmpty()) {
      if (!lengths.isEmpty()) {
        throw Flaw.LENGTH_TWICE.found();
      }
      if (!isHttp11 || encodings.size() > 1 || !encodings.get(0).equalsIgnoreCase("chunked")) {
        throw Flaw.TRANSFER_ENCODING.found();
      }
      return new Head(method, target, true, fields, 0, true);
    }
    return lengths.isEmpty()
        ? read
        : new Head(method, target, isHttp11, fields, Long.parseLong(lengths.get(0)), false);
  }

  private static String line(String text, int start, int end) {
    boolean hasReturn = end > start && text.charAt(end - 1) == '\r';
    return text.substring(start, hasReturn ? end - 1 : end);
  }

  /** A target may name the server too (RFC 9112, 3.2.2); what counts here is the rest. */
  private static String origin(String target) {
    boolean isAbsolute =
        target.regionMatches(true, 0, "http://", 0, 7)
            || target.regionMatches(true, 0, "https://", 0, 8);
    if (!isAbsolute) {
      return target;
    }
    int from = target.indexOf("//") + 2;
    while (from < target.length() && "/?#".indexOf(target.charAt(from)) < 0) {
      from++;
    }
    String rest = target.substring(from);
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  private static Field field(String line) throws NotHttp {
    int colon = line.indexOf(':');
    if (colon < 0 || !Grammar.isToken(line.substring(0, colon))) {
      throw Flaw.HEADER_LINE.found();
    }
    String value = Grammar.stripped(line, colon + 1, line.length());
    if (!Grammar.isFieldValue(value)) {
      throw Flaw.HEADER_VALUE.found();
    }
    return new Field(line.substring(0, colon), value);
  }
}
