package dev.datamart.mock.grizzly;

import dev.datamart.mock.door.Refusals;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.problem.Detail;
import java.util.Locale;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.ProcessingState;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Grizzly's HTTP/1.1 codec for requests that {@link RequestFilter} has read, with two changes. An
 * ordinary refusal keeps the connection, which Grizzly would end after each 400, and lose what was
 * sent behind it. And what Grizzly itself refuses gets the contract's envelope too.
 */
final class HttpCodec extends HttpServerFilter {

  @SuppressWarnings("deprecation") // The only constructor that takes the listener's own limits.
  HttpCodec(NetworkListener listener) {
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

  /** Called when Grizzly has decided on the connection, and before the headers are written. */
  @Override
  protected void onInitialLineEncoded(HttpHeader header, FilterChainContext context) {
    HttpResponsePacket response = (HttpResponsePacket) header;
    ProcessingState state = response.getProcessingState();
    if (state.isKeepAlive() || state.isError()) {
      return;
    }
    if (RequestFilter.isCut(context.getConnection())) {
      // The caller is told to close, and is read from until then, so that the answer reaches it.
      state.setKeepAlive(true);
    } else if (wantsToStay(response.getRequest())) {
      state.setKeepAlive(true);
      response.getHeaders().removeHeader(Header.Connection);
    }
  }

  private static boolean wantsToStay(HttpRequestPacket request) {
    String said = request.getHeader(Header.Connection);
    String words = said == null ? "" : said.toLowerCase(Locale.ROOT);
    return request.getProtocol() == Protocol.HTTP_1_1 && !words.contains("close");
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
