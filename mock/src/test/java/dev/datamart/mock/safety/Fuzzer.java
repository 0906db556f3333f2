package dev.datamart.mock.safety;

import static dev.datamart.mock.fixture.Bodies.json;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.safety.ValidCalls.Call;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes requests that are almost right, and some that are not HTTP at all. */
final class Fuzzer {

  private final Chance chance;
  private final JsonMutator json;
  private final List<Call> calls;
  private final Set<String> places;

  Fuzzer(Tenant own, long seed) {
    chance = new Chance(seed);
    json = new JsonMutator(chance);
    calls = ValidCalls.of(own);
    places = calls.stream().map(c -> c.method() + " " + c.path()).collect(Collectors.toSet());
  }

  Shot next() {
    Shot shot = request(chance.any(calls));
    return chance.oneIn(6) ? wreck(shot) : shot;
  }

  private Shot request(Call call) {
    String method = chance.oneIn(15) ? otherMethod() : call.method();
    String path = chance.oneIn(12) ? bent(call.path()) : call.path();
    StringBuilder head = new StringBuilder(method).append(' ').append(path);
    head.append(query(call.query())).append(" HTTP/1.1\r\nHost: localhost\r\n");
    authorization(call.token(), head);
    headers(head);
    byte[] body = body(call, method);
    if (body.length > 0 && !chance.oneIn(10)) {
      head.append("Content-Type: ").append(contentType()).append("\r\n");
    }
    String place = method + " " + path;
    return new Shot(
        framed(head, body, call.body() != null), true, places.contains(place) ? place : "");
  }

  private String otherMethod() {
    return chance.any("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "TRACE", "X");
  }

  private String bent(String path) {
    int at = chance.below(path.length());
    return switch (chance.below(8)) {
      case 0 -> path + "/";
      case 1 -> path + "//";
      case 2 -> path.toUpperCase(java.util.Locale.ROOT);
      case 3 -> path.substring(0, at) + "%2f" + path.substring(at);
      case 4 -> path.substring(0, at) + "%zz" + path.substring(at);
      case 5 -> path.substring(0, at) + ";a=b/../" + path.substring(at);
      case 6 -> path + "/" + "a".repeat(chance.below(10_000));
      default ->
          path.substring(0, at) + chance.any("é", "\"", "<", "\\", "#", "|") + path.substring(at);
    };
  }

  private String query(List<String> valid) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < valid.size(); i += 2) {
      String name = chance.oneIn(12) ? chance.text() : valid.get(i);
      String value = chance.oneIn(3) ? chance.text() : valid.get(i + 1);
      parts.add(encoded(name) + "=" + encoded(value));
      if (chance.oneIn(15)) {
        parts.add(encoded(name) + "=" + encoded(chance.text()));
      }
    }
    if (chance.oneIn(8)) {
      parts.add(chance.any("%", "%zz=1", "%ff=%fe", "&&&", "=", "a=b=c", "x[]=1", "é=1", "a;b"));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void authorization(String token, StringBuilder head) {
    if (!chance.oneIn(15)) {
      head.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    if (chance.oneIn(20)) {
      String value =
          chance.any("Basic YTpi", "Bearer", "bearer " + token, "Bearer x", "é", token, "Bearer  ");
      head.append("Authorization: ").append(value).append("\r\n");
    }
  }

  private void headers(StringBuilder head) {
    if (chance.oneIn(10)) {
      head.append(
          chance.any(
              "X-Mock-Fault: none of them\r\n",
              "X-HTTP-Method-Override: DELETE\r\n",
              "Upgrade: h2c\r\nConnection: Upgrade\r\n",
              "Expect: 100-continue\r\n",
              "Accept: text/html\r\n",
              "Cookie: a=\u0001\r\n",
              "Connection: close\r\n",
              "Content-Encoding: gzip\r\n",
              "X-Long: " + "h".repeat(chance.below(20_000)) + "\r\n"));
    }
  }

  private String contentType() {
    return chance.oneIn(10)
        ? chance.any("text/plain", "application/xml", "*/*", "json", "application/vnd.x+json", ";")
        : chance.any("application/json", "application/json; charset=utf-8", "APPLICATION/JSON");
  }

  private byte[] body(Call call, String method) {
    if (call.body() != null) {
      boolean isHuge = chance.oneIn(400);
      return isHuge
          ? json(Bodies.body("name", "x".repeat(2_000_000))).getBytes(StandardCharsets.UTF_8)
          : json.mutate(call.body());
    }
    return chance.oneIn(20)
        ? json(Bodies.body("surprise", 1)).getBytes(StandardCharsets.UTF_8)
        : new byte[0];
  }

  private byte[] framed(StringBuilder head, byte[] body, boolean mustTell) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    boolean isChunked = body.length > 0 && chance.oneIn(8);
    if (isChunked) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (body.length > 0 || mustTell) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    wire.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    int size = isChunked ? 1 + chance.below(body.length) : Math.max(1, body.length);
    for (int from = 0; from < body.length; from += size) {
      byte[] piece = Arrays.copyOfRange(body, from, Math.min(body.length, from + size));
      if (isChunked) {
        wire.writeBytes(
            (Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      }
      wire.writeBytes(piece);
      if (isChunked) {
        wire.writeBytes(new byte[] {'\r', '\n'});
      }
    }
    if (isChunked) {
      wire.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    return wire.toByteArray();
  }

  /**
   * Damages a request on the wire. A HEAD is left out, since its answer could not be told apart.
   */
  private Shot wreck(Shot whole) {
    byte[] bytes =
        whole.isHead()
            ? "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)
            : whole.bytes().clone();
    if (bytes.length > 100_000) {
      return new Shot(Arrays.copyOf(bytes, 1_000), false, "");
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String bent =
        switch (chance.below(9)) {
          case 0 -> text.substring(0, chance.below(text.length()));
          case 1 ->
              text.replaceFirst(
                  "Content-Length: \\d+",
                  "Content-Length: " + chance.any("-1", "1e3", "99999999999999999999", "0x10", ""));
          case 2 ->
              text.replaceFirst("\r\n", "\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n");
          case 3 ->
              text.replaceFirst(
                  "HTTP/1.1", chance.any("HTTP/0.9", "HTTP/2.0", "HTTP/1.", "FTP/1.1", ""));
          case 4 -> text.replace("\r\n", chance.any("\n", "\r", "\r\n ", "\n\n"));
          case 5 -> "\r\n".repeat(chance.below(5)) + text;
          case 6 ->
              text.replaceFirst(
                  "\r\n\r\n",
                  "\r\nTransfer-Encoding: chunked\r\n\r\n"
                      + chance.any(
                          "zz\r\n", "-5\r\n", "fffffffffffffffff\r\n", "5;ext=\"", "\r\n"));
          case 7 -> new String(chance.bytes(1 + chance.below(500)), StandardCharsets.ISO_8859_1);
          default -> flipped(text);
        };
    return new Shot(bent.getBytes(StandardCharsets.ISO_8859_1), false, "");
  }

  private String flipped(String text) {
    StringBuilder flipped = new StringBuilder(text);
    for (int i = 0; i < 1 + chance.below(6); i++) {
      flipped.setCharAt(chance.below(flipped.length()), (char) chance.below(256));
    }
    return flipped.toString();
  }
}
