package dev.datamart.mock.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.datamart.mock.migration.Migration.Line;
import dev.datamart.mock.operation.Routes;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * The recommended call that does the same as a call of a deprecated path.
 *
 * @param target path and query
 * @param body the JSON; empty for none
 */
public record SuccessorCall(String method, String target, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns the successor of the last call of a line of the report. */
  public static SuccessorCall of(Line line) {
    Operation operation = line.caller().operation();
    String method = operation.method(Family.KEBAB);
    String path = Routes.API + operation.successorPath();
    String body = new String(line.use().body(), StandardCharsets.UTF_8);
    boolean keepsBody = operation.takesBody(Family.KEBAB);
    String query =
        line.caller().family() == Family.VERB && !keepsBody ? asQuery(body) : line.use().query();
    return new SuccessorCall(
        method, query.isEmpty() ? path : path + "?" + query, keepsBody ? body : "");
  }

  /** The members of a verb-suffix body are the query parameters of its successor. */
  private static String asQuery(String body) {
    StringJoiner query = new StringJoiner("&");
    try {
      JsonNode members = JSON.readTree(body.isEmpty() ? "{}" : body);
      members
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (members.get(name).isValueNode() && !members.get(name).isNull()) {
                  query.add(encode(name) + "=" + encode(members.get(name).asText()));
                }
              });
    } catch (IOException unreadable) {
      return "";
    }
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
