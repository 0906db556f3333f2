package dev.datamart.mock.handle;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.datamart.mock.journal.Curl;
import dev.datamart.mock.migration.Migration.Caller;
import dev.datamart.mock.migration.Migration.Line;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;

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
        keepsBody ? mask.mask(body) : "");
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
