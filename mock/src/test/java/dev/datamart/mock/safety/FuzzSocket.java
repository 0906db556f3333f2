package dev.datamart.mock.safety;

import dev.datamart.mock.fixture.Reply;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends shots and hears what comes back; keeps the connection where the server does. */
final class FuzzSocket implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final URI base;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  FuzzSocket(URI base) {
    this.base = base;
  }

  /**
   * Sends a shot and returns the answers: exactly one to what is HTTP; any number to what is not.
   *
   * @throws SocketTimeoutException when the server keeps its caller waiting
   */
  List<Reply> fire(Shot shot) throws IOException {
    return shot.isHttp() ? List.of(ask(shot)) : provoke(shot);
  }

  private Reply ask(Shot shot) throws IOException {
    try {
      return exchange(shot);
    } catch (SocketTimeoutException hangs) {
      throw hangs;
    } catch (IOException closed) {
      // A kept connection may have been closed just now; a new one has no excuse.
      close();
      return exchange(shot);
    }
  }

  private Reply exchange(Shot shot) throws IOException {
    send(shot.bytes());
    Reply reply = hear(shot.isHead());
    while (reply != null && reply.status() == 100) {
      reply = hear(shot.isHead());
    }
    if (reply == null) {
      throw new SocketException("closed without an answer");
    }
    if (reply.header("Connection").orElse("").equals("close")) {
      close();
    }
    return reply;
  }

  private List<Reply> provoke(Shot shot) throws IOException {
    close();
    List<Reply> replies = new ArrayList<>();
    try {
      send(shot.bytes());
      connected().shutdownOutput();
      for (Reply reply = hear(false); reply != null; reply = hear(false)) {
        replies.add(reply);
      }
    } catch (SocketTimeoutException hangs) {
      throw hangs;
    } catch (IOException cut) {
      // To cut off whoever does not speak HTTP is an answer too.
      return replies;
    } finally {
      close();
    }
    replies.removeIf(reply -> reply.status() == 100);
    return replies;
  }

  private void send(byte[] bytes) throws IOException {
    Socket to = connected();
    try {
      to.getOutputStream().write(bytes);
      to.getOutputStream().flush();
    } catch (SocketException refusedEarly) {
      // A body that is too large is refused before it has been sent; the answer may be there.
      if (bytes.length < 100_000) {
        throw refusedEarly;
      }
    }
  }

  private Socket connected() throws IOException {
    Socket there = socket;
    if (there == null || there.isClosed()) {
      there = new Socket(base.getHost(), base.getPort());
      there.setSoTimeout(PATIENCE_MILLIS);
      there.setTcpNoDelay(true);
      // Leaves no trace in the table of the system, which a hundred thousand would fill.
      there.setSoLinger(true, 0);
      socket = there;
      in = new BufferedInputStream(there.getInputStream());
    }
    return there;
  }

  private @Nullable Reply hear(boolean isHead) throws IOException {
    InputStream from = in;
    if (from == null) {
      throw new SocketException("not connected");
    }
    String head = head(from);
    if (head.isEmpty()) {
      return null;
    }
    String[] lines = head.split("\r\n");
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0 && !line.startsWith("HTTP/")) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT),
            List.of(line.substring(colon + 1).trim()));
      }
    }
    if (!lines[0].matches("HTTP/1\\.1 \\d{3} .+")) {
      throw new IllegalStateException("no status line: " + head);
    }
    int status = Integer.parseInt(lines[0].substring(9, 12));
    int length = Integer.parseInt(headers.getOrDefault("content-length", List.of("0")).get(0));
    byte[] body = isHead ? new byte[0] : from.readNBytes(length);
    if (!isHead && body.length < length) {
      throw new SocketException("cut in the middle of an answer");
    }
    return new Reply(status, headers, new String(body, StandardCharsets.UTF_8));
  }

  private static String head(InputStream from) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream(256);
    int seen = 0;
    while (seen < 4) {
      int b = from.read();
      if (b < 0) {
        return "";
      }
      head.write(b);
      seen = b == (seen % 2 == 0 ? '\r' : '\n') ? seen + 1 : b == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
    }
    socket = null;
  }
}
