package dev.datamart.mock.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.handle.ExchangeJson;
import dev.datamart.mock.http.Query;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Exchanges in the HTTP Archive format 1.2, which browsers and many tools open. The journal keeps
 * no headers, so those are given that follow from what it keeps.
 */
final class Har {

  private static final String JSON = "application/json";

  private Har() {}

  static ObjectNode of(URI base, List<ExchangeJson> exchanges) {
    ObjectNode log = object().put("version", "1.2");
    log.putObject("creator").put("name", "datamart-mock").put("version", "1");
    ArrayNode entries = log.putArray("entries");
    exchanges.forEach(exchange -> entries.add(entry(base, exchange)));
    return object().set("log", log);
  }

  private static ObjectNode entry(URI base, ExchangeJson e) {
    ObjectNode entry = object().put("startedDateTime", e.at().toString()).put("time", e.millis());
    entry.set("request", request(base, e));
    entry.set("response", response(e));
    entry.putObject("cache");
    entry.putObject("timings").put("send", 0).put("wait", e.millis()).put("receive", 0);
    return entry.put("comment", e.outcome());
  }

  private static ObjectNode request(URI base, ExchangeJson e) {
    ObjectNode request = object().put("method", e.method()).put("url", base + e.target());
    ArrayNode headers = message(request);
    header(headers, "Host", base.getAuthority());
    if (e.organization() != null) {
      header(headers, "Authorization", "Bearer …");
    }
    if (e.userAgent() != null) {
      header(headers, "User-Agent", e.userAgent());
    }
    ArrayNode parameters = request.putArray("queryString");
    Query query = query(e.target());
    for (int i = 0; i < query.names().size(); i++) {
      header(parameters, query.names().get(i), query.values().get(i));
    }
    if (!e.request().isEmpty()) {
      header(headers, "Content-Type", JSON);
      request.putObject("postData").put("mimeType", JSON).put("text", e.request());
    }
    return request.put("bodySize", bytes(e.request()));
  }

  private static ObjectNode response(ExchangeJson e) {
    ObjectNode response = object().put("status", e.status()).put("statusText", "");
    ArrayNode headers = message(response);
    if (e.status() != 0) {
      header(headers, "Content-Type", JSON);
    }
    response
        .putObject("content")
        .put("size", bytes(e.answer()))
        .put("mimeType", JSON)
        .put("text", e.answer());
    return response.put("redirectURL", "").put("bodySize", bytes(e.answer()));
  }

  /** Puts what requests and responses have alike, and returns the place for the headers. */
  private static ArrayNode message(ObjectNode node) {
    node.put("httpVersion", "HTTP/1.1").put("headersSize", -1);
    node.putArray("cookies");
    return node.putArray("headers");
  }

  private static void header(ArrayNode headers, String name, String value) {
    headers.addObject().put("name", name).put("value", value);
  }

  private static Query query(String target) {
    int mark = target.indexOf('?');
    try {
      return Query.parse(mark < 0 ? null : target.substring(mark + 1));
    } catch (IllegalArgumentException malformed) {
      return Query.parse(null);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
