package dev.datamart.mock.door;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.groups.Groups;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.jersey.BareJerseyConfig;
import dev.datamart.mock.jersey.JerseyApp;
import dev.datamart.mock.jersey.JsonBodyReader;
import dev.datamart.mock.jersey.JsonBodyWriter;
import dev.datamart.mock.jersey.ProblemMapper;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * The operations of the API, as resources of Jersey. Jersey sees each call in its recommended
 * spelling or in the verb-suffix one: the camel mirror is only another spelling of the first.
 * Resources find all that they work on in the call, so one application serves every server of a
 * JVM, and only the first has to wait for it.
 */
public final class ApiApp {

  private static final ApiApp SHARED = new ApiApp();

  private final JerseyApp jersey;
  private final Map<Operation, URI> kebab = new EnumMap<>(Operation.class);
  private final Map<Operation, URI> verb = new EnumMap<>(Operation.class);

  /** Returns the application, made at the first call. */
  public static ApiApp shared() {
    return SHARED;
  }

  private ApiApp() {
    ResourceConfig config =
        BareJerseyConfig.create()
            .register(new JsonBodyReader())
            .register(new JsonBodyWriter())
            .register(new ProblemMapper());
    Groups.resources().forEach(config::register);
    jersey = new JerseyApp(config);
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
    Answer answer = ask(call);
    call.keep(answer);
    return answer;
  }

  private Answer ask(ApiCall call) {
    Route route = call.route();
    boolean takesBody = route.operation().takesBody(route.family());
    Answer answer =
        jersey.ask(
            route.operation().method(route.family()), uri(call), takesBody ? call.body() : null);
    Refusal refusal = call.refusal();
    if (refusal != null) {
      throw refusal;
    }
    return answer;
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
