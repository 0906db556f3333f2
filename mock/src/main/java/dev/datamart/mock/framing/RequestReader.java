package dev.datamart.mock.framing;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.memory.ByteBudget;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes whole requests of the bytes of one connection, in whatever pieces they come. Safe for
 * threads.
 */
public final class RequestReader {

  /** Some clients send an empty line after a body (RFC 9112, 2.2). */
  private static final int MOST_EMPTY_LINE_BYTES = 16;

  private final int mostHeadBytes;
  private final ToIntFunction<Head> mostBodyBytes;
  private final Bytes headBytes;
  private final Bytes body;
  private int emptyLineBytes;
  private @Nullable Head head;
  private int most;
  private @Nullable ChunkDecoder chunks;
  private volatile boolean isClosed;
  private boolean isToldToGoOn;

  /**
   * Makes a reader.
   *
   * @param mostBodyBytes the largest body that is waited for after such a head
   * @param budget where the room of what is not whole yet is counted
   */
  public RequestReader(int mostHeadBytes, ToIntFunction<Head> mostBodyBytes, ByteBudget budget) {
    this.mostHeadBytes = mostHeadBytes;
    this.mostBodyBytes = mostBodyBytes;
    this.headBytes = new Bytes(budget);
    this.body = new Bytes(budget);
  }

  /**
   * Reads on until a request is whole.
   *
   * @return the request, or null when all of the input is read and more is needed
   * @throws NotHttp when no request can come of it
   */
  public synchronized @Nullable Request read(Input in) throws NotHttp {
    if (isClosed) {
      in.skip();
      return null;
    }
    if (head == null && headBytes.size() == 0) {
      skipEmptyLines(in);
      Request plain = plain(in);
      if (plain != null) {
        return plain;
      }
    }
    if (head == null && !readHead(in)) {
      return null;
    }
    Head whole = requireNonNull(head);
    return readBody(whole, in) ? finished(whole) : cutWhenTooLarge(whole);
  }

  /** Returns whether anything of a request is there that is not whole. */
  public synchronized boolean isBegun() {
    return head != null || headBytes.size() > 0;
  }

  /** Returns, once for each request, whether its caller waits to be told to go on. */
  public synchronized boolean mustTellToGoOn() {
    boolean must =
        head != null && !isClosed && !isToldToGoOn && head.asksFirst() && body.size() == 0;
    isToldToGoOn |= must;
    return must;
  }

  /** Returns whether nothing is read any more. */
  public boolean isClosed() {
    return isClosed;
  }

  /** Reads nothing any more, and gives the room back of what never became whole. */
  public synchronized void close() {
    isClosed = true;
    reset();
  }

  private void skipEmptyLines(Input in) throws NotHttp {
    while (in.isMore() && (in.peek() == '\r' || in.peek() == '\n')) {
      in.at++;
      if (++emptyLineBytes > MOST_EMPTY_LINE_BYTES) {
        throw Flaw.FIRST_LINE.found();
      }
    }
  }

  /** The usual case, for which nothing is copied: all of a request in one piece. */
  private @Nullable Request plain(Input in) throws NotHttp {
    int end = endOfHead(in.bytes, in.at, in.at, in.end);
    if (end < 0) {
      return null;
    }
    checkHeadSize(end - in.at);
    Head read = HeadParser.parse(in.bytes, in.at, end);
    most = mostBodyBytes.applyAsInt(read);
    boolean isPlain =
        read.isPlain()
            && read.contentLength() <= in.end - end
            && read.contentLength() <= most
            && in.bytes[in.at + read.method().length() + 1] == '/';
    if (!isPlain) {
      in.at = end;
      head = read;
      return null;
    }
    int start = in.at;
    in.at = end + (int) read.contentLength();
    emptyLineBytes = 0;
    return new Request(read, in.bytes, start, in.at, false);
  }

  private boolean readHead(Input in) throws NotHttp {
    int before = headBytes.size();
    headBytes.append(in.bytes, in.at, in.end, mostHeadBytes);
    int end = endOfHead(headBytes.array(), 0, Math.max(0, before - 2), headBytes.size());
    checkHeadSize(end < 0 ? headBytes.size() : end);
    if (end < 0) {
      in.skip();
      return false;
    }
    in.at += end - before;
    Head read = HeadParser.parse(headBytes.array(), 0, end);
    most = mostBodyBytes.applyAsInt(read);
    head = read;
    headBytes.clear();
    return true;
  }

  private void checkHeadSize(int size) throws NotHttp {
    if (size > mostHeadBytes) {
      throw Flaw.HEAD_TOO_LARGE.found();
    }
  }

  /** Returns the place behind the empty line that ends a head; -1 when it is not there yet. */
  private static int endOfHead(byte[] bytes, int start, int from, int end) {
    for (int i = Math.max(start, from); i < end; i++) {
      if (bytes[i] == '\n') {
        if (i + 1 < end && bytes[i + 1] == '\n') {
          return i + 2;
        }
        if (i + 2 < end && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
          return i + 3;
        }
      }
    }
    return -1;
  }

  private boolean readBody(Head whole, Input in) throws NotHttp {
    if (!whole.isChunked()) {
      if (whole.contentLength() > most) {
        return false;
      }
      int some = (int) Math.min(whole.contentLength() - body.size(), in.end - in.at);
      body.append(in.bytes, in.at, in.at + some, whole.contentLength());
      in.at += some;
      return body.size() == whole.contentLength();
    }
    if (chunks == null) {
      chunks = new ChunkDecoder();
    }
    in.at = chunks.read(in.bytes, in.at, in.end, body, most);
    return chunks.isDone() && body.size() <= most;
  }

  private @Nullable Request cutWhenTooLarge(Head whole) {
    if (whole.contentLength() <= most && body.size() <= most) {
      return null;
    }
    Request cut = Request.of(whole, body, true);
    close();
    return cut;
  }

  private Request finished(Head whole) {
    Request finished = Request.of(whole, body, false);
    reset();
    return finished;
  }

  private void reset() {
    headBytes.clear();
    body.clear();
    head = null;
    chunks = null;
    isToldToGoOn = false;
    emptyLineBytes = 0;
  }
}
