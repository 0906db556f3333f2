package dev.datamart.mock.grizzly;

import dev.datamart.mock.door.Refusals;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.problem.Detail;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Grizzly's HTTP/1.1 codec, with two changes. An offer to upgrade is not taken, and so must be
 * overlooked (RFC 9110, 7.8): Grizzly else treats the body that follows as belonging to the other
 * protocol, and a default Java client waits for half a minute. And a request that is not HTTP gets
 * the contract's envelope too.
 */
final class UpgradeIgnoringCodec extends HttpServerFilter {

  @SuppressWarnings("deprecation") // The only constructor that takes the listener's own limits.
  private UpgradeIgnoringCodec(NetworkListener listener) {
    super(
        listener.isChunkingEnabled(),
        listener.getMaxHttpHeaderSize(),
        null,
        listener.getKeepAlive(),
        null,
        listener.getMaxRequestHeaders(),
        listener.getMaxResponseHeaders());
    // Clients send bodies with DELETE and GET; the contract ignores them.
    setAllowPayloadForUndefinedHttpMethods(true);
  }

  /** Puts this codec in the place of Grizzly's. */
  static AddOn addOn() {
    return (NetworkListener listener, FilterChainBuilder chain) ->
        chain.set(chain.indexOfType(HttpServerFilter.class), new UpgradeIgnoringCodec(listener));
  }

  @Override
  protected void onHttpHeadersParsed(
      HttpHeader header, MimeHeaders headers, FilterChainContext context) {
    header.getUpgradeDC().recycle();
    // This is no proxy, and Grizzly would leave the caller waiting for the end of the answer; to
    // HTTP/0.9 it would answer without a header that says what the answer is.
    if (header instanceof HttpRequestPacket request
        && (request.getMethod() == Method.CONNECT
            || request.getProtocol() == Protocol.HTTP_0_9
            || hasForbiddenBody(request, headers))) {
      throw new IllegalStateException("not for this server");
    }
  }

  /** Grizzly would leave the body of a TRACE where it is, and take it for the next request. */
  private static boolean hasForbiddenBody(HttpRequestPacket request, MimeHeaders headers) {
    return request.getMethod().getPayloadExpectation() == Method.PayloadExpectation.NOT_ALLOWED
        && (headers.getValue(Header.ContentLength) != null
            || headers.getValue(Header.TransferEncoding) != null);
  }

  @Override
  protected HttpContent customizeErrorResponse(HttpResponsePacket response) {
    Answer answer = Refusals.of(Detail.NOT_HTTP.refusal());
    Buffer body = Buffers.wrap(null, answer.body());
    HttpStatus.BAD_REQUEST_400.setValues(response);
    response.setContentType(answer.contentType());
    // Where Grizzly could not read the version it would take it for 0.9, and leave the headers out.
    response.getRequest().setProtocol(Protocol.HTTP_1_1);
    response.setContentLength(answer.body().length);
    return HttpContent.builder(response).content(body).last(true).build();
  }
}
