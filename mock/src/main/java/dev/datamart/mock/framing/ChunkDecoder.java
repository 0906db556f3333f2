package dev.datamart.mock.framing;

/**
 * Takes chunks apart (RFC 9112, 7.1), byte by byte where they are framed; extensions and trailers
 * are dropped.
 */
final class ChunkDecoder {

  /** More of a line than this is nobody's extension or trailer. */
  private static final int MOST_LINE = 4 * 1024;

  private static final int MOST_TRAILERS = 100;

  private enum State {
    SIZE,
    EXTENSION,
    SIZE_END,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER,
    TRAILER_LF,
    DONE
  }

  private State state = State.SIZE;
  private long left;
  private int digits;
  private int line;
  private int trailers;

  /** Returns whether the last chunk and what follows it have been read. */
  boolean isDone() {
    return state == State.DONE;
  }

  /**
   * Reads on, and appends the data of the chunks to the body.
   *
   * @param most the largest body that is waited for
   * @return the place of the first byte that was not read
   */
  int read(byte[] bytes, int start, int end, Bytes body, int most) throws NotHttp {
    int at = start;
    while (at < end && state != State.DONE) {
      if (state == State.DATA) {
        int some = (int) Math.min(left, end - at);
        body.append(bytes, at, at + some, most);
        at += some;
        left -= some;
        state = left == 0 ? State.DATA_CR : State.DATA;
      } else {
        step(bytes[at++]);
      }
    }
    return at;
  }

  private void step(byte b) throws NotHttp {
    switch (state) {
      case SIZE -> size(b);
      case EXTENSION -> extension(b);
      case SIZE_END -> {
        expect(b, '\n');
        line = 0;
        state = left == 0 ? State.TRAILER : State.DATA;
      }
      case DATA_CR -> {
        expect(b, '\r');
        state = State.DATA_LF;
      }
      case DATA_LF -> {
        expect(b, '\n');
        digits = 0;
        line = 0;
        state = State.SIZE;
      }
      case TRAILER -> trailer(b);
      case TRAILER_LF -> {
        expect(b, '\n');
        state = line == 0 ? State.DONE : State.TRAILER;
        line = 0;
      }
      case DATA, DONE -> throw new IllegalStateException(state.name());
    }
  }

  private void size(byte b) throws NotHttp {
    int digit = Character.digit(b, 16);
    if (digit >= 0) {
      digits++;
      if (digits > 15) {
        throw Flaw.CHUNK.found();
      }
      left = digits == 1 ? digit : left << 4 | digit;
    } else if (digits == 0) {
      throw Flaw.CHUNK.found();
    } else {
      extensionBegins(b);
    }
  }

  /** Blanks before an extension are allowed, for those who pad their sizes. */
  private void extensionBegins(byte b) throws NotHttp {
    if (b == '\r') {
      state = State.SIZE_END;
    } else if (b == ';' || b == ' ' || b == '\t') {
      state = State.EXTENSION;
    } else {
      throw Flaw.CHUNK.found();
    }
  }

  private void extension(byte b) throws NotHttp {
    if (b == '\r') {
      state = State.SIZE_END;
    } else {
      countOfLine(b);
    }
  }

  private void trailer(byte b) throws NotHttp {
    if (b == '\r') {
      trailers++;
      state = State.TRAILER_LF;
    } else {
      countOfLine(b);
    }
    if (trailers > MOST_TRAILERS) {
      throw Flaw.CHUNK.found();
    }
  }

  private void countOfLine(byte b) throws NotHttp {
    if (++line > MOST_LINE || b == '\n' || b == 0) {
      throw Flaw.CHUNK.found();
    }
  }

  private static void expect(byte b, char wanted) throws NotHttp {
    if (b != wanted) {
      throw Flaw.CHUNK.found();
    }
  }
}
