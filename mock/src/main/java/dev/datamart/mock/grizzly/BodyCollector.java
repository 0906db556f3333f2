package dev.datamart.mock.grizzly;

import dev.datamart.mock.admin.ControlPlane;
import java.io.IOException;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;

/**
 * Hands a request on when all of it has arrived. Requests are answered on the threads that watch
 * the sockets, so none of them may wait for a body, and one slow sender holds up nobody.
 */
final class BodyCollector extends BaseFilter {

  private final int limit;
  private final ControlPlane control;
  private final ConnectionLimits connections;

  /**
   * Makes the filter.
   *
   * @param limit the largest body that is waited for; a larger one is handed on as far as it came
   * @param control has a limit of its own, since it takes whole states
   */
  BodyCollector(int limit, ControlPlane control, ConnectionLimits connections) {
    this.limit = limit;
    this.control = control;
    this.connections = connections;
  }

  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    Object message = context.getMessage();
    if (!HttpPacket.isHttp(message)) {
      return context.getInvokeAction();
    }
    HttpContent content = (HttpContent) message;
    HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
    int most =
        control.takesStates(request.getRequestURI(), request.getHeader(Header.Authorization))
            ? ControlPlane.MAX_BODY_BYTES
            : limit;
    boolean isTooLarge =
        request.getContentLength() > most || content.getContent().remaining() > most;
    if (content.isLast() || !request.isExpectContent() || isTooLarge) {
      boolean isHeard = connections.isHeard(context.getConnection());
      return isHeard ? context.getInvokeAction() : context.getStopAction();
    }
    if (request.requiresAcknowledgement()) {
      acknowledge(context, request.getResponse());
    }
    return context.getStopAction(content);
  }

  /** Tells a caller that asked first (Expect: 100-continue) to send the body. */
  private static void acknowledge(FilterChainContext context, HttpResponsePacket response) {
    response.setAcknowledgement(true);
    HttpStatus.CONINTUE_100.setValues(response);
    context.write(response);
    HttpStatus.OK_200.setValues(response);
  }
}
