package dev.datamart.mock.framing;

/** Bytes that came, and how far they are read. */
public final class Input {

  final byte[] bytes;
  int at;
  final int end;

  /** Reads the bytes from {@code start} up to {@code end}. */
  public Input(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** Returns whether anything is left to read. */
  public boolean isMore() {
    return at < end;
  }

  /** Returns the place of the first byte that was not read. */
  public int at() {
    return at;
  }

  /** Returns where the bytes stand. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the place behind the last byte. */
  public int end() {
    return end;
  }

  byte peek() {
    return bytes[at];
  }

  void skip() {
    at = end;
  }
}
