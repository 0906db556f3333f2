package dev.datamart.conformance.hostile;

import dev.datamart.conformance.hostile.HostileServer.Answer;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Answers that no client should have to read. */
enum Answers implements Answer {
  A_BYTE_EVERY_TWO_SECONDS(
      out -> {
        ok(out, "Content-Length: 1000");
        while (true) {
          text(out, " ");
          TimeUnit.SECONDS.sleep(2);
        }
      }),
  A_GIGABYTE_ANNOUNCED(
      out -> {
        ok(out, "Content-Length: 1073741824");
        text(out, "{");
        HostileServer.silence();
      }),
  CHUNKS_WITHOUT_END(
      out -> {
        ok(out, "Transfer-Encoding: chunked");
        for (String chunk = "2000\r\n" + "x".repeat(8192) + "\r\n"; true; ) {
          text(out, chunk);
        }
      }),
  THREE_HUNDRED_MEGABYTES(
      out -> {
        ok(out, "Connection: close");
        long written = 0;
        for (String part = "x".repeat(1 << 20); written < 300; written++) {
          text(out, part);
        }
      }),
  DEEPLY_NESTED(out -> body(out, 200, "[".repeat(100_000) + "]".repeat(100_000))),
  NINE_MEGABYTES_OF_ERROR(
      out -> body(out, 400, "{\"error\":{\"message\":\"" + "y".repeat(9 << 20) + "\"}}")),
  HEADERS_WITHOUT_END(
      out -> {
        text(out, "HTTP/1.1 200 OK\r\n");
        for (String line = "X: " + "z".repeat(8000) + "\r\n"; true; ) {
          text(out, line);
        }
      }),
  A_HEADER_WITHOUT_END(
      out -> {
        text(out, "HTTP/1.1 200 OK\r\nX: ");
        for (String part = "z".repeat(8000); true; ) {
          text(out, part);
        }
      }),
  NOTHING(out -> HostileServer.silence()),
  A_CLOSED_CONNECTION(OutputStream::close),
  STATUS_999(out -> text(out, "HTTP/1.1 999 Odd\r\nContent-Length: 2\r\n\r\n{}")),
  STATUS_ABC(out -> text(out, "HTTP/1.1 abc Odd\r\nContent-Length: 2\r\n\r\n{}")),
  EARLY_HINTS_WITHOUT_END(
      out -> {
        while (true) {
          text(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
        }
      }),
  CONTINUE_WITHOUT_END(
      out -> {
        while (true) {
          text(out, "HTTP/1.1 100 Continue\r\n\r\n");
        }
      }),
  NO_UTF_8(
      out -> {
        ok(out, "Content-Type: application/json\r\nContent-Length: 13");
        out.write("{\"data\":\"\u00ff\u00fe\"}".getBytes(StandardCharsets.ISO_8859_1));
      }),
  COMPRESSED(
      out -> {
        ok(out, "Content-Encoding: gzip\r\nContent-Length: 10");
        out.write(new byte[] {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, 3});
      }),
  TLS(out -> out.write(new byte[] {21, 3, 1, 0, 2, 2, 70})),
  A_BARE_LIST(out -> body(out, 200, "[]"));

  private final Answer answer;

  Answers(Answer answer) {
    this.answer = answer;
  }

  @Override
  public void write(OutputStream out) throws Exception {
    answer.write(out);
  }

  static void body(OutputStream out, int status, String json) throws Exception {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    text(out, "HTTP/1.1 " + status + " Odd\r\nContent-Type: application/json\r\n");
    text(out, "Content-Length: " + bytes.length + "\r\n\r\n");
    out.write(bytes);
  }

  private static void ok(OutputStream out, String headers) throws Exception {
    text(out, "HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n");
  }

  private static void text(OutputStream out, String text) throws Exception {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
