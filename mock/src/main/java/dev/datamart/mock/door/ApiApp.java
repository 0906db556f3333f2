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
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
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

  /** Where Jersey has the operations, by their recommended path. */
  private final Map<Operation, URI> recommended = new EnumMap<>(Operation.class);

  /** Where it has them in the verb-suffix family, which has no resource of its own elsewhere. */
  private final Map<Operation, URI> legacy = new EnumMap<>(Operation.class);

  private ApiApp() {
    List<Object> components = new ArrayList<>(Groups.resources());
    components.add(new JsonBodies());
    jersey = new JerseyApp(components);
    for (Operation operation : Operation.values()) {
      recommended.put(operation, JerseyApp.BASE.resolve(operation.successorPath()));
    }
    for (Operation operation : Operation.values()) {
      operation.spellings().stream()
          .filter(spelling -> spelling.family() == Family.VERB)
          .map(spelling -> JerseyApp.BASE.resolve(spelling.path()))
          // Of two resources at one path, Jersey asks the one of the living methods alone.
          .filter(uri -> !recommended.containsValue(uri))
          .findFirst()
          .ifPresent(uri -> legacy.put(operation, uri));
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

  /** A body that may be left out stands for an empty object then. */
  private static byte[] body(ApiCall call) {
    Route route = call.route();
    boolean isNeeded = route.operation().isBodyRequired(route.family());
    return !isNeeded && call.body().length == 0 ? EMPTY_OBJECT : call.body();
  }

  private URI uri(ApiCall call) {
    boolean isVerb = call.route().family() == Family.VERB;
    Operation operation = call.route().operation();
    URI uri = requireNonNull((isVerb ? legacy : recommended).get(operation));
    String query = call.query().raw();
    return query.isEmpty() || isVerb ? uri : URI.create(uri + "?" + query);
  }
}
