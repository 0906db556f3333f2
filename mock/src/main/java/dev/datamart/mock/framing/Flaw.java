package dev.datamart.mock.framing;

/** Why bytes are no request of HTTP/1.1; each as the end of a sentence that a caller reads. */
public enum Flaw {
  FIRST_LINE("the first line must be a method, a target and HTTP/1.1, with one space between them"),
  VERSION("only HTTP/1.1 and HTTP/1.0 are spoken here, without TLS"),
  HTTP_2("HTTP/2 is not spoken here; call it with HTTP/1.1"),
  CONNECT("this is no proxy, so there is no CONNECT"),
  HEAD_TOO_LARGE("its first line and headers are too large"),
  HEADER_LINE("each header line must be a name, a colon and a value, and be one line"),
  HEADER_VALUE("a header holds a control character"),
  HOST("it must have exactly one Host header, with the name of a host"),
  LENGTH("it must have one Content-Length at most, a plain number"),
  TRANSFER_ENCODING("its Transfer-Encoding must be chunked and nothing else"),
  LENGTH_TWICE("it has both Content-Length and Transfer-Encoding"),
  CHUNK("its chunks are not what their sizes say");

  private final String words;

  Flaw(String words) {
    this.words = words;
  }

  /** Returns what is wrong, without what was sent. */
  public String words() {
    return words;
  }

  NotHttp found() {
    return new NotHttp(this);
  }
}
