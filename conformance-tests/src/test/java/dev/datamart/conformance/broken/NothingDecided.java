package dev.datamart.conformance.broken;

import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.GET_DATASOURCE_SCHEMA;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A server that does what is documented, and all that this contract decided by itself in another
 * way: no headers, codes of its own, lists from new to old, and wrong pages answered as the first.
 */
public final class NothingDecided implements Fault {
  private static final int SIZE = 10;
  private static final List<String> HEADERS =
      List.of("deprecation", "link", "sunset", "www-authenticate", "retry-after", "allow");

  @Override
  public Reply answer(Ask ask, Upstream up) {
    boolean lists =
        ask.operation().filter(o -> !o.isChange() && o != GET_DATASOURCE_SCHEMA).isPresent();
    Reply reply = lists ? listed(ask, up) : up.send(ask.is(DELETE_DATAMART) ? firstName(ask) : ask);
    for (String header : HEADERS) {
      reply = reply.header(header, null);
    }
    return reply.status() >= 400 ? recoded(ask, reply, up) : reply;
  }

  /** Of a parameter that is given twice the first counts. */
  private static Ask firstName(Ask ask) {
    return new Ask(
        ask.method(),
        ask.path(),
        ask.query().replaceFirst("^(datamartName=[^&]*)&datamartName=.*", "$1"),
        ask.headers(),
        ask.body());
  }

  private static Reply listed(Ask ask, Upstream up) {
    ObjectNode arguments = ask.arguments();
    boolean paged = arguments.path("isPagination").asText().equals("true");
    int number = Math.max(1, arguments.path("pageNumber").asInt(1));
    if (arguments.has("isPagination")) {
      arguments.remove(List.of("isPagination", "pageNumber"));
      ask = ask.arguments(arguments);
    }
    Reply whole = up.send(ask);
    return whole.json().path("data").isArray()
        ? whole.edited(body -> reverse(body, paged, number))
        : whole;
  }

  /** From new to old, and past the end the first page comes again. */
  private static void reverse(ObjectNode body, boolean paged, int number) {
    List<JsonNode> items = new ArrayList<>();
    body.path("data").forEach(items::add);
    Collections.reverse(items);
    int from = (number - 1) * SIZE < items.size() ? (number - 1) * SIZE : 0;
    List<JsonNode> page = paged ? items.subList(from, Math.min(from + SIZE, items.size())) : items;
    body.putArray("data").addAll(page);
  }

  private static Reply recoded(Ask ask, Reply reply, Upstream up) {
    String message = reply.json().at("/error/message").asText();
    boolean noEmbed = ask.is(UPDATE_EMBED) && message.equals("Embed not found");
    if (noEmbed && !knowsDatamart(ask, up)) {
      return Reply.refusal(400, "INVALID_DATAMART", "Invalid datamart");
    }
    boolean free =
        reply.status() >= 404
            || noEmbed
            || message.contains("Malformed")
            || message.equals("Datamart already exists");
    return free ? Reply.refusal(reply.status(), "OF_ITS_OWN", "That will not do.") : reply;
  }

  private static boolean knowsDatamart(Ask ask, Upstream up) {
    JsonNode name = ask.arguments().at("/accessSettings/datamartName");
    return name.isMissingNode()
        || Faults.names(up.send(ask.other(LIST_DATAMARTS))).contains(name.asText());
  }
}
