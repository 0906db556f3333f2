package dev.datamart.mock.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.console.ConsoleFiles;
import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.http.HttpExchange;
import dev.datamart.mock.http.Query;
import dev.datamart.mock.http.RequestHead;
import dev.datamart.mock.jersey.JerseyApp;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.world.MockState;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Everything below {@code /__mock/}. Its resources are made when the first request for them comes:
 * a mock that is only used as the API starts without them.
 */
public final class ControlPlane {

  /** A state of a hundred thousand datamarts fits, where the heap is large enough to read it. */
  public static final int MAX_BODY_BYTES =
      (int) Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

  private static final String ROOT = "/__mock";
  private static final String ORGANIZATIONS = "/organizations";
  private static final String STATE = "/state";
  private static final String HEALTH = "/health";
  private static final String SCHEME = "Bearer ";

  private static final String TOKEN_NEEDED =
      "The control plane of this mock needs its admin token: Authorization: Bearer TOKEN.";

  private final MockState world;
  private volatile @Nullable JerseyApp jersey;

  public ControlPlane(MockState world) {
    this.world = world;
  }

  /** Returns whether the path is one of the control plane's. */
  public static boolean isBelow(String path) {
    return path.startsWith(ROOT)
        && (path.length() == ROOT.length() || path.charAt(ROOT.length()) == '/');
  }

  /** Returns whether a request may bring a whole state, which takes room before it is looked at. */
  public boolean takesState(RequestHead head) {
    String path = head.path();
    boolean makes = head.method().equals("POST") && path.equals(ROOT + ORGANIZATIONS);
    boolean loads =
        head.method().equals("PUT")
            && path.startsWith(ROOT + ORGANIZATIONS + "/")
            && path.endsWith(STATE)
            && isThere(path.substring(ROOT.length() + ORGANIZATIONS.length() + 1));
    return (makes || loads) && isAllowed(head.authorizations());
  }

  private boolean isThere(String stateBelow) {
    String encoded = stateBelow.substring(0, stateBelow.length() - STATE.length());
    try {
      String id = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
      return world.organizations().byId(id).isPresent();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** Returns whether the answer to such a request is at hand. */
  public boolean isQuick(HttpExchange http) {
    String below = http.path().substring(ROOT.length());
    return (below.equals(HEALTH) && jersey != null) || ConsoleFiles.answer(below) != null;
  }

  /** Returns the answer to a request whose path is the control plane's. */
  public Answer answer(HttpExchange http) throws IOException {
    String below = http.path().substring(ROOT.length());
    Answer file = ConsoleFiles.answer(below);
    if (file != null) {
      return file;
    }
    return below.equals(HEALTH) || isAllowed(http.authorizations())
        ? ask(http)
        : refusal(401, TOKEN_NEEDED).with("WWW-Authenticate", SCHEME.trim());
  }

  private Answer ask(HttpExchange http) throws IOException {
    try {
      byte[] body = http.body(MAX_BODY_BYTES);
      String coding = http.header("Content-Encoding");
      if (coding != null && !coding.equalsIgnoreCase("identity")) {
        return refusal(415, "The request body must not be compressed: send it as it is.");
      }
      String query = Query.parse(http.query()).raw();
      URI uri = JerseyApp.BASE.resolve(query.isEmpty() ? http.path() : http.path() + "?" + query);
      boolean hasBody = !http.method().equals("GET") && !http.method().equals("DELETE");
      String method = http.method().equals("HEAD") ? "GET" : http.method();
      return jersey().ask(method, uri, hasBody ? body : null);
    } catch (Refusal tooLarge) {
      return refusal(413, "The request body is too large; split it, or make it smaller.");
    } catch (IllegalArgumentException malformed) {
      return refusal(
          400, "The address is not valid: percent-encode what is not a letter or digit.");
    }
  }

  private static Answer refusal(int status, String sentence) {
    JsonNode body = AdminJson.MAPPER.valueToTree(AdminErrors.body(status, sentence));
    return Answer.json(status, AdminJson.bytes(body.toString()));
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
    JerseyApp made = jersey;
    if (made == null) {
      AdminErrors errors = new AdminErrors(new ServerHandle(world));
      Stream<AdminRoute> routes = AdminRoute.all(errors.server()).stream();
      made =
          new JerseyApp(
              List.of(errors),
              routes.map(route -> route.resource(errors)).toArray(Resource[]::new));
      jersey = made;
    }
    return made;
  }
}
