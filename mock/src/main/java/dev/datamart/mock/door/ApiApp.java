package dev.datamart.mock.door;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.groups.Groups;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.jersey.JerseyApp;
import dev.datamart.mock.jersey.JsonBodies;
import dev.datamart.mock.jersey.RefusalPass;
import dev.datamart.mock.operation.Routes;
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
 * spelling or in the verb-suffix one: the camel mirror is only another spelling of the first.
 * Resources find all that they work on in the call, so one application serves every server of a
 * JVM, and only the first has to wait for it.
 */
final class ApiApp {

  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  private static final ApiApp SHARED = new ApiApp();

  private final JerseyApp jersey;
  private final Map<Operation, URI> kebab = new EnumMap<>(Operation.class);
  private final Map<Operation, URI> verb = new EnumMap<>(Operation.class);

  /** Returns the application, made at the first call. */
  static ApiApp shared() {
    return SHARED;
  }

  private ApiApp() {
    List<Object> components = new ArrayList<>(List.of(new JsonBodies(), new RefusalPass()));
    components.addAll(Groups.resources());
    jersey = new JerseyApp(components);
    for (Operation operation : Operation.values()) {
      kebab.put(operation, uri(operation.successorPath()));
      String verbPath = operation.path(Family.VERB);
      if (verbPath != null) {
        verb.put(operation, uri(verbPath));
      }
    }
  }

  /** Returns the answer to a call; what has been answered before is not asked of Jersey again. */
  Answer answer(ApiCall call) {
    Answer known = call.known();
    if (known != null) {
      return known;
    }
    Answer answer = call.during(this::ask);
    call.keep(answer);
    return answer;
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
    Route route = call.route();
    boolean isVerb = route.family() == Family.VERB;
    URI uri = requireNonNull((isVerb ? verb : kebab).get(route.operation()));
    String query = call.query().raw();
    return query.isEmpty() || isVerb ? uri : URI.create(uri + "?" + query);
  }

  private static URI uri(String path) {
    return JerseyApp.BASE.resolve(Routes.API + path);
  }
}
