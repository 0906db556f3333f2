package dev.datamart.mock.admin;

import dev.datamart.mock.console.ConsoleFiles;
import dev.datamart.mock.grizzly.HttpExchange;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.jersey.BareJerseyConfig;
import dev.datamart.mock.jersey.JerseyApp;
import dev.datamart.mock.operation.Query;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.world.MockState;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything below {@code /__mock/}. Its resources are made when the first request for them comes:
 * a mock that is only used as the API starts without them.
 */
public final class ControlPlane {

  public static final String ROOT = "/__mock";

  /** A state of a hundred thousand datamarts fits. */
  public static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

  private static final String SCHEME = "Bearer ";

  private final MockState world;
  private @Nullable JerseyApp jersey;

  public ControlPlane(MockState world) {
    this.world = world;
  }

  public void answer(HttpExchange wire, String path) throws IOException {
    if (!ConsoleFiles.has(path)
        && !path.equals(ROOT + "/health")
        && !isAllowed(wire.authorizations())) {
      Answer refusal = AdminAnswers.refusal(401, AdminWords.TOKEN_NEEDED);
      wire.send(refusal.with("WWW-Authenticate", SCHEME.trim()));
    } else if (ConsoleFiles.has(path)) {
      wire.send(ConsoleFiles.answer(path));
    } else {
      wire.send(ask(wire, path));
    }
  }

  private Answer ask(HttpExchange wire, String path) throws IOException {
    try {
      byte[] body = wire.body(MAX_BODY_BYTES);
      String query = Query.parse(wire.query()).raw();
      URI uri = JerseyApp.BASE.resolve(query.isEmpty() ? path : path + "?" + query);
      boolean hasBody = !wire.method().equals("GET") && !wire.method().equals("DELETE");
      String method = wire.method().equals("HEAD") ? "GET" : wire.method();
      return jersey().ask(method, uri, hasBody ? body : null);
    } catch (Refusal tooLarge) {
      return AdminAnswers.refusal(
          413, "The request body is too large; split it, or make it smaller.");
    } catch (IllegalArgumentException malformed) {
      return AdminAnswers.refusal(
          400, "The address is not valid: percent-encode what is not a letter or digit.");
    }
  }

  /** Returns whether a request may bring a whole state, which takes room before it is looked at. */
  public boolean takesStates(String path, @Nullable String authorization) {
    return isBelow(path) && isAllowed(authorization == null ? List.of() : List.of(authorization));
  }

  /** Returns whether the path is one of the control plane's. */
  public static boolean isBelow(String path) {
    return path.startsWith(ROOT)
        && (path.length() == ROOT.length() || path.charAt(ROOT.length()) == '/');
  }

  private boolean isAllowed(List<String> authorizations) {
    String token = world.options().adminToken();
    return token == null
        || (authorizations.size() == 1 && isSame(SCHEME + token, authorizations.get(0)));
  }

  /** Takes as long for a token that is almost right. */
  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private synchronized JerseyApp jersey() {
    JerseyApp there = jersey;
    if (there == null) {
      there = new JerseyApp(AdminResources.register(BareJerseyConfig.create(), world));
      jersey = there;
    }
    return there;
  }
}
