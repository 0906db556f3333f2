package dev.datamart.mock.handle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.journal.Curl;
import dev.datamart.mock.migration.Migration.Caller;
import dev.datamart.mock.migration.Migration.Line;
import dev.datamart.spec.Family;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Schema;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A deprecated operation that somebody calls, with tokens masked.
 *
 * @param family the word of the path family
 * @param successor the command that should be used instead of the last call
 */
public record DeprecatedUse(
    String organization,
    String operation,
    String family,
    String userAgent,
    long count,
    Instant last,
    String successor) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA_APP = "dataAppName";

  static DeprecatedUse of(Line line, URI base, TokenMask mask) {
    Caller caller = line.caller();
    return new DeprecatedUse(
        caller.organizationId(),
        caller.operation().id(),
        caller.family().word(),
        mask.mask(caller.userAgent()),
        line.use().count(),
        line.use().last(),
        successor(line, base, mask));
  }

  /** Returns the recommended call that does the same as the last call of a deprecated path. */
  private static String successor(Line line, URI base, TokenMask mask) {
    Operation operation = line.caller().operation();
    String body = new String(line.use().body(), StandardCharsets.UTF_8);
    boolean keepsBody = operation.takesBody(Family.KEBAB);
    boolean isVerb = line.caller().family() == Family.VERB;
    String query = isVerb && !keepsBody ? asQuery(body) : line.use().query();
    String path = operation.successorPath();
    return Curl.of(
        base,
        operation,
        operation.method(Family.KEBAB),
        mask.maskTarget(query.isEmpty() ? path : path + "?" + query),
        keepsBody ? mask.mask(isVerb ? asBody(operation, body, line.use().dataApp()) : body) : "");
  }

  /**
   * The body that says the same to the recommended path: without what only the deprecated one
   * knows, and with the data app that the key stood for, where it has to be named.
   */
  private static String asBody(Operation operation, String body, @Nullable String dataApp) {
    Schema before = operation.request(Family.VERB);
    Schema now = operation.request(Family.KEBAB);
    if (before == null || now == null || before == now) {
      return body;
    }
    try {
      if (!(JSON.readTree(body) instanceof ObjectNode members)) {
        return body;
      }
      members.remove(
          before.members().stream()
              .map(Member::name)
              .filter(name -> now.member(name).isEmpty())
              .toList());
      if (dataApp != null && now.member(DATA_APP).filter(Member::isRequired).isPresent()) {
        members.put(DATA_APP, dataApp);
      }
      return members.toString();
    } catch (IOException unreadable) {
      return body;
    }
  }

  /** The members of a verb-suffix body are the query parameters of its successor. */
  private static String asQuery(String body) {
    try {
      return JSON.readTree(body).properties().stream()
          .filter(member -> member.getValue().isValueNode() && !member.getValue().isNull())
          .map(member -> encode(member.getKey()) + "=" + encode(member.getValue().asText()))
          .collect(Collectors.joining("&"));
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
