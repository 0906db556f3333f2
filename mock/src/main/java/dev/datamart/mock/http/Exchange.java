package dev.datamart.mock.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;

/** One request of Grizzly's and the answer that it gets, in the words of this package. */
final class Exchange {

  private final Request request;
  private final Response response;

  Exchange(Request request, Response response) {
    this.request = request;
    this.response = response;
  }

  String method() {
    return request.getMethod().getMethodString();
  }

  /** Returns the path as it stood on the request line. */
  String path() {
    return request.getRequest().getRequestURIRef().getRequestURIBC().toString();
  }

  /** Returns what stood behind the question mark, each char one byte; null when there was none. */
  @Nullable String query() {
    return request.getRequest().getQueryStringDC().isNull()
        ? null
        : request.getRequest().getQueryStringDC().toString(StandardCharsets.ISO_8859_1);
  }

  @Nullable String contentType() {
    return request.getHeader(Header.ContentType);
  }

  /** Returns the values of the Authorization headers, in order; almost always one or none. */
  List<String> authorizations() {
    List<String> values = new ArrayList<>(1);
    for (String value : request.getHeaders(Header.Authorization)) {
      values.add(value);
    }
    return values;
  }

  /** Sends the answer. */
  void send(Answer answer) throws IOException {
    response.setStatus(answer.status());
    response.setContentType("application/json");
    for (Answer.Header header : answer.headers()) {
      response.setHeader(header.name(), header.value());
    }
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }
}
