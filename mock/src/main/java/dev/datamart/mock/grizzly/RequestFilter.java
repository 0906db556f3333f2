package dev.datamart.mock.grizzly;

import dev.datamart.mock.framing.Head;
import dev.datamart.mock.framing.Input;
import dev.datamart.mock.framing.NotHttp;
import dev.datamart.mock.framing.Request;
import dev.datamart.mock.framing.RequestReader;
import dev.datamart.mock.problem.Detail;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.GrizzlyFuture;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Hands a request on when all of it has arrived, in a form that Grizzly cannot misread. Requests
 * are answered on the threads that watch the sockets, so none of them may wait for a body, and one
 * slow sender holds up nobody.
 */
final class RequestFilter extends BaseFilter {

  private static final Attribute<RequestReader> READER =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("datamart-mock.reader");
  private static final byte[] GO_ON =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final int mostHeadBytes;
  private final ToIntFunction<Head> mostBodyBytes;
  private final ConnectionLimits connections;

  /**
   * Makes the filter.
   *
   * @param mostBodyBytes the largest body that is waited for after such a head; a larger one is
   *     left out
   */
  RequestFilter(
      int mostHeadBytes, ToIntFunction<Head> mostBodyBytes, ConnectionLimits connections) {
    this.mostHeadBytes = mostHeadBytes;
    this.mostBodyBytes = mostBodyBytes;
    this.connections = connections;
  }

  /** Returns whether the body of the request was left out, so that nothing can follow it. */
  static boolean isCut(Connection<?> connection) {
    RequestReader reader = READER.get(connection);
    return reader != null && reader.isClosed();
  }

  @Override
  public NextAction handleAccept(FilterChainContext context) {
    READER.set(
        context.getConnection(),
        new RequestReader(mostHeadBytes, mostBodyBytes, connections.arriving()));
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleClose(FilterChainContext context) {
    READER.get(context.getConnection()).close();
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleRead(FilterChainContext context) {
    Connection<?> connection = context.getConnection();
    RequestReader reader = READER.get(connection);
    Input in = input(context.getMessage());
    Request request;
    try {
      request = reader.read(in);
    } catch (NotHttp notHttp) {
      reader.close();
      connections.dismiss(connection, Detail.MALFORMED_HTTP.refusal(notHttp.flaw().words()));
      return context.getStopAction();
    }
    if (request == null) {
      if (reader.mustTellToGoOn()) {
        GrizzlyFuture<?> unused = connection.write(Buffers.wrap(null, GO_ON));
      }
      if (reader.isBegun()) {
        connections.waitsFor(connection, reader);
      }
      return context.getStopAction();
    }
    if (!connections.isHeard(connection)) {
      return context.getStopAction();
    }
    int length = request.end() - request.start();
    context.setMessage(Buffers.wrap(null, request.bytes(), request.start(), length));
    return in.isMore() ? context.getInvokeAction(rest(in)) : context.getInvokeAction();
  }

  private static Input input(Buffer message) {
    ByteBuffer bytes = message.toByteBuffer();
    if (bytes.hasArray()) {
      int start = bytes.arrayOffset() + bytes.position();
      return new Input(bytes.array(), start, start + bytes.remaining());
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return new Input(copy, 0, copy.length);
  }

  private static Buffer rest(Input in) {
    return Buffers.wrap(null, in.bytes(), in.at(), in.end() - in.at());
  }
}
