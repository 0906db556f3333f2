package dev.datamart.mock.framing;

import dev.datamart.mock.framing.Head.Field;
import java.nio.charset.StandardCharsets;

/**
 * A request, all of which is there, in a form that every reader reads alike: with a plain length or
 * without a body.
 *
 * @param bytes where it stands, from {@code start} up to {@code end}; never changed any more
 * @param isCut whether its body was left out, since it is too large; the connection cannot be used
 *     any more
 */
public record Request(Head head, byte[] bytes, int start, int end, boolean isCut) {

  /** Writes a request anew, with what its body came to. */
  static Request of(Head head, Bytes body, boolean isCut) {
    // The body of a TRACE says nothing (RFC 9110, 9.3.8), and Grizzly would stumble over it.
    int length = isCut || head.method().equals("TRACE") ? 0 : body.size();
    StringBuilder text = new StringBuilder(256);
    text.append(head.method()).append(' ').append(head.target());
    text.append(head.isHttp11() ? " HTTP/1.1\r\n" : " HTTP/1.0\r\n");
    for (Field field : head.fields()) {
      if (!field.isAboutTransfer()) {
        text.append(field.name()).append(": ").append(field.value()).append("\r\n");
      }
    }
    if (length > 0) {
      text.append("Content-Length: ").append(length).append("\r\n");
    }
    byte[] written = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes = new byte[written.length + length];
    System.arraycopy(written, 0, bytes, 0, written.length);
    System.arraycopy(body.array(), 0, bytes, written.length, length);
    return new Request(head, bytes, 0, bytes.length, isCut);
  }
}
