package dev.datamart.mock.junit;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Requests over one connection, and every byte of their answers, headers included. */
record RawCalls(Socket socket, List<String> answers) {

  void send(String method, String path, String token) throws IOException {
    send(method, path, token, "");
  }

  void send(String method, String path, String token, Object sent) throws IOException {
    String body = Caller.json(sent);
    String entity =
        body.isEmpty()
            ? ""
            : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
    String request =
        method
            + " /api/v2"
            + path
            + " HTTP/1.1\r\nHost: mock\r\nAuthorization: Bearer "
            + token
            + "\r\n"
            + entity
            + "\r\n"
            + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    answers.add(answer());
  }

  private String answer() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new AssertionError("The answer ends in its headers: " + head);
      }
      head.append((char) next);
    }
    String length =
        head.toString()
            .lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(head.toString()));
    int bytes = Integer.parseInt(length.substring(length.indexOf(':') + 1).trim());
    byte[] body = socket.getInputStream().readNBytes(bytes);
    return head + new String(body, StandardCharsets.UTF_8);
  }
}
