package dev.datamart.mock.http;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.http.json.JsonBodyReader;
import dev.datamart.mock.http.json.JsonBodyWriter;
import dev.datamart.mock.http.legacy.DatamartsLegacyResource;
import dev.datamart.mock.http.legacy.EmbedsLegacyResource;
import dev.datamart.mock.http.rest.ApiTokensResource;
import dev.datamart.mock.http.rest.DataAppsResource;
import dev.datamart.mock.http.rest.DatamartsResource;
import dev.datamart.mock.http.rest.DatasourcesResource;
import dev.datamart.mock.http.rest.EmbedsResource;
import dev.datamart.mock.http.rest.WorkspacesResource;
import dev.datamart.mock.operation.Family;
import dev.datamart.mock.operation.Operation;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.mock.problem.ProblemException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * The operations of the API, as resources of Jersey. Jersey sees each call in its recommended
 * spelling or in the verb-suffix one: the camel mirror is only another spelling of the first.
 * Resources find all that they work on in the call, so one application serves every server of a
 * JVM, and only the first has to wait for it.
 */
final class ApiApp {

  private static final ApiApp SHARED = new ApiApp();

  private final JerseyApp jersey;
  private final Map<Operation, URI> kebab = new EnumMap<>(Operation.class);
  private final Map<Operation, URI> verb = new EnumMap<>(Operation.class);

  /** Returns the application, made at the first call. */
  static ApiApp shared() {
    return SHARED;
  }

  private ApiApp() {
    DatamartsResource datamarts = new DatamartsResource();
    EmbedsResource embeds = new EmbedsResource();
    jersey =
        new JerseyApp(
            LeanConfig.create()
                .register(new JsonBodyReader())
                .register(new JsonBodyWriter())
                .register(new ProblemMapper())
                .register(datamarts)
                .register(embeds)
                .register(new DatamartsLegacyResource(datamarts))
                .register(new EmbedsLegacyResource(embeds))
                .register(new DataAppsResource())
                .register(new ApiTokensResource())
                .register(new DatasourcesResource())
                .register(new WorkspacesResource()));
    for (Operation operation : Operation.values()) {
      kebab.put(operation, uri(operation.successorPath()));
      String verbPath = operation.path(Family.VERB);
      if (verbPath != null) {
        verb.put(operation, uri(verbPath));
      }
    }
  }

  /** Returns the answer to a call; what has been answered before is not asked of Jersey again. */
  Answer answer(Call call) {
    Answer known = call.known();
    if (known != null) {
      return known;
    }
    Answer answer = ask(call);
    call.keep(answer);
    return answer;
  }

  private Answer ask(Call call) {
    Route route = call.route();
    boolean takesBody = route.operation().takesBody(route.family());
    Answer answer =
        jersey.ask(
            route.operation().method(route.family()), uri(call), takesBody ? call.body() : null);
    ProblemException refusal = call.refusal();
    if (refusal != null) {
      throw refusal;
    }
    return answer;
  }

  private URI uri(Call call) {
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
