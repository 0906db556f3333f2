package dev.datamart.conformance.hostile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** Bytes on a socket, with no library that would keep them in order. */
final class HostileServer implements AutoCloseable {
  /** What to write, and do, in place of an answer. */
  @FunctionalInterface
  interface Answer {
    void write(OutputStream out) throws Exception;
  }

  private final ServerSocket socket;
  private final Predicate<String> isHostileTo;
  private final Answer answer;
  private final URI upstream;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private volatile boolean waits = true;
  final Queue<String> heads = new ConcurrentLinkedQueue<>();

  /** Hostile to whatever is asked. */
  HostileServer(Answer answer) {
    this(null, head -> true, answer);
  }

  /**
   * @param upstream answers what it is not hostile to
   * @param isHostileTo asked with the first line of a request
   */
  HostileServer(URI upstream, Predicate<String> isHostileTo, Answer answer) {
    this.upstream = upstream;
    this.isHostileTo = isHostileTo;
    this.answer = answer;
    try {
      socket = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    daemon(this::accept);
  }

  /** Answers before anything is asked, and whatever comes. */
  static HostileServer unasked(Answer answer) {
    HostileServer server = new HostileServer(answer);
    server.waits = false;
    return server;
  }

  String baseUrl() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "hostile server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = socket.accept();
        caller.setTcpNoDelay(true);
        open.add(caller);
        daemon(() -> serve(caller));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      if (!waits) {
        answer.write(caller.getOutputStream());
      }
      InputStream in = new BufferedInputStream(caller.getInputStream());
      for (byte[] request = read(in); request.length > 0; request = read(in)) {
        String head = new String(request, StandardCharsets.ISO_8859_1);
        heads.add(head);
        if (!isHostileTo.test(head.lines().findFirst().orElse(""))) {
          forward(head, request, caller.getOutputStream());
          return;
        }
        answer.write(caller.getOutputStream());
        caller.getOutputStream().flush();
      }
    } catch (Exception goneAway) {
      // Callers may hang up on such a server.
    }
  }

  private void forward(String head, byte[] request, OutputStream out) throws IOException {
    try (Socket server = new Socket(upstream.getHost(), upstream.getPort())) {
      int line = head.indexOf("\r\n") + 2;
      server.getOutputStream().write(request, 0, line);
      server.getOutputStream().write("Connection: close\r\n".getBytes(StandardCharsets.US_ASCII));
      server.getOutputStream().write(request, line, request.length - line);
      server.getOutputStream().flush();
      server.getInputStream().transferTo(out);
    }
  }

  /** A request, head and body; nothing when the caller has hung up. */
  private static byte[] read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return new byte[0];
      }
      head.append((char) next);
    }
    String length = head.toString().replaceFirst("(?is).*\r\ncontent-length: *(\\d+).*", "$1");
    byte[] body = in.readNBytes(length.matches("\\d+") ? Integer.parseInt(length) : 0);
    byte[] start =
        head.toString()
            .replaceAll("(?i)\r\nconnection:[^\r]*", "")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket each : open) {
        each.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Lasts until the test is over. */
  static void silence() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
