package dev.datamart.mock.admin;

import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.http.Answer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the control plane does: the method and address that ask for it.
 *
 * @param path below {@code /__mock}
 * @param type the content type of the answer
 * @param query the records of its query parameters
 * @param body the record that its body is; null when it takes none
 * @param isMasked whether tokens are taken out of its answer
 */
record AdminRoute(
    String method,
    String path,
    String type,
    List<Class<?>> query,
    @Nullable Class<?> body,
    boolean isMasked,
    Action action) {

  /** Returns the answer: a text as it is, or what is written as JSON. */
  interface Action {
    Object answer(AdminCall call) throws Exception;
  }

  /** The same for a request whose body is read before anything else. */
  interface BodyAction<B> {
    Object answer(AdminCall call, B body) throws Exception;
  }

  /** An answer whose status is another than 200. */
  record Reply(int status, Object value) {}

  /** Makes the row of an address like {@code GET faults}. */
  static AdminRoute route(String address, Action action) {
    int space = address.indexOf(' ');
    String method = address.substring(0, space);
    String path = address.substring(space + 1);
    return new AdminRoute(method, path, Answer.JSON, List.of(), null, true, action);
  }

  static <B> AdminRoute route(String address, Class<B> body, BodyAction<B> action) {
    AdminRoute route = route(address, call -> action.answer(call, call.body(body)));
    return new AdminRoute(
        route.method, route.path, route.type, route.query, body, true, route.action);
  }

  /** Returns the same with that content type. */
  AdminRoute as(String otherType) {
    return new AdminRoute(method, path, otherType, query, body, isMasked, action);
  }

  /** Returns the same with those query parameters. */
  AdminRoute asking(Class<?>... parameters) {
    return new AdminRoute(method, path, type, List.of(parameters), body, isMasked, action);
  }

  /** Returns the same for an answer that may tell tokens, or has none left in it. */
  AdminRoute asItIs() {
    return new AdminRoute(method, path, type, query, body, false, action);
  }

  /** Returns all that the control plane of a server does. */
  static List<AdminRoute> all(ServerHandle server) {
    return Stream.of(
            HealthAdmin.routes(server),
            OrganizationsAdmin.ROUTES,
            HistoryAdmin.ROUTES,
            GuestTokensAdmin.ROUTES,
            SettingsAdmin.ROUTES,
            FaultsAdmin.ROUTES,
            JournalAdmin.ROUTES)
        .flatMap(List::stream)
        .toList();
  }

  /** Returns it as Jersey finds it. */
  Resource resource(AdminErrors errors, MaskedJson masked) {
    Resource.Builder resource = Resource.builder("/__mock/" + path);
    resource.addMethod(method).produces(type).handledBy(new Handler(this, errors, masked));
    return resource.build();
  }

  /** A class of its own, since Jersey reads from its type what it is to be handed. */
  private record Handler(AdminRoute route, AdminErrors errors, MaskedJson masked)
      implements Inflector<ContainerRequestContext, Response> {
    @Override
    public Response apply(ContainerRequestContext request) {
      try {
        AdminCall call = new AdminCall(errors.server(), request);
        AdminQuery.check(call.parameters(), route.query());
        Object value = route.action().answer(call);
        Reply reply = value instanceof Reply other ? other : new Reply(200, value);
        return Response.status(reply.status()).entity(bytes(reply.value())).build();
      } catch (Exception failure) {
        return errors.toResponse(failure);
      }
    }

    private byte[] bytes(Object value) {
      return route.isMasked() ? masked.bytes(value) : AdminJson.bytes(value);
    }
  }
}
