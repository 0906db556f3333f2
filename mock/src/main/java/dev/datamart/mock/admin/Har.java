package dev.datamart.mock.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.World;
import dev.datamart.mock.journal.Exchange;
import java.util.List;

/** Exchanges in the HTTP Archive format 1.2, which browsers and many tools open. */
final class Har {

  private Har() {}

  static ObjectNode of(World world, List<Exchange> exchanges) {
    ObjectNode log = object().put("version", "1.2");
    log.putObject("creator").put("name", "datamart-mock").put("version", "1");
    ArrayNode entries = log.putArray("entries");
    for (Exchange exchange : exchanges) {
      entries.add(entry(world, ShownExchange.of(world, exchange)));
    }
    return object().set("log", log);
  }

  private static ObjectNode entry(World world, ShownExchange e) {
    ObjectNode entry = object().put("startedDateTime", e.at().toString()).put("time", e.millis());
    ObjectNode request =
        message(entry.putObject("request"))
            .put("method", e.method())
            .put("url", world.baseUri() + e.target());
    request.putArray("queryString");
    request.put("bodySize", e.request().length());
    if (!e.request().isEmpty()) {
      request.putObject("postData").put("mimeType", "application/json").put("text", e.request());
    }
    ObjectNode response =
        message(entry.putObject("response"))
            .put("status", e.status())
            .put("statusText", "")
            .put("redirectURL", "")
            .put("bodySize", e.answer().length());
    response
        .putObject("content")
        .put("size", e.answer().length())
        .put("mimeType", "application/json")
        .put("text", e.answer());
    entry.putObject("cache");
    entry.putObject("timings").put("send", 0).put("wait", e.millis()).put("receive", 0);
    return entry;
  }

  private static ObjectNode message(ObjectNode node) {
    node.put("httpVersion", "HTTP/1.1").put("headersSize", -1);
    node.putArray("cookies");
    node.putArray("headers");
    return node;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
