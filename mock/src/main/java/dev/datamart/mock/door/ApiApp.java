package dev.datamart.mock.door;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.groups.Groups;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.jersey.JerseyApp;
import dev.datamart.mock.jersey.JsonBodies;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Spelling;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations of the API, as resources of Jersey. Jersey sees each call in its recommended
 * spelling or in the verb-suffix one: the camel mirror is only another spelling of the first, and
 * an alias of the second. Resources find all that they work on in the call, so one application
 * serves every server of a JVM, and only the first has to wait for it.
 */
final class ApiApp {

  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  private static final ApiApp SHARED = new ApiApp();

  private final JerseyApp jersey;

  /** Where Jersey has the paths of the contract. */
  private final Map<String, URI> uris = new HashMap<>();

  private ApiApp() {
    List<Object> components = new ArrayList<>(Groups.resources());
    components.add(new JsonBodies());
    jersey = new JerseyApp(components);
    for (Operation operation : Operation.values()) {
      for (Spelling spelling : operation.spellings()) {
        uris.put(spelling.path(), JerseyApp.BASE.resolve(spelling.path()));
      }
    }
  }

  /** Returns the application, made at the first call. */
  static ApiApp shared() {
    return SHARED;
  }

  /** Returns the answer to a call; what has been answered before is not asked of Jersey again. */
  Answer answer(ApiCall call) {
    return call.answer(this::ask);
  }

  private Answer ask(ApiCall call) {
    Route route = call.route();
    String method = route.operation().method(route.family());
    boolean takesBody = route.operation().takesBody(route.family());
    return jersey.ask(method, uri(call), takesBody ? body(call) : null);
  }

  /** Deprecated lists may come without a body, which then stands for an empty object. */
  private static byte[] body(ApiCall call) {
    boolean isList =
        call.route().operation() == Operation.LIST_DATAMARTS
            || call.route().operation() == Operation.LIST_EMBEDS;
    return isList && call.body().length == 0 ? EMPTY_OBJECT : call.body();
  }

  private URI uri(ApiCall call) {
    boolean isVerb = call.route().family() == Family.VERB;
    Operation operation = call.route().operation();
    URI uri =
        requireNonNull(uris.get(isVerb ? operation.path(Family.VERB) : operation.successorPath()));
    String query = call.query().raw();
    return query.isEmpty() || isVerb ? uri : URI.create(uri + "?" + query);
  }
}
