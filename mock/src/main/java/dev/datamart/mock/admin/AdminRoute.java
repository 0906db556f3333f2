package dev.datamart.mock.admin;

import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.http.Answer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.model.Resource;

/**
 * One thing that the control plane does: the method and address that ask for it.
 *
 * @param path below {@code /__mock}
 * @param type the content type of the answer
 */
record AdminRoute(String method, String path, String type, Action action) {

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
    return new AdminRoute(
        address.substring(0, space), address.substring(space + 1), Answer.JSON, action);
  }

  static <B> AdminRoute route(String address, Class<B> body, BodyAction<B> action) {
    return route(address, call -> action.answer(call, call.body(body)));
  }

  /** Returns the same with that content type. */
  AdminRoute as(String otherType) {
    return new AdminRoute(method, path, otherType, action);
  }

  /** Returns all that the control plane of a server does. */
  static List<AdminRoute> all(ServerHandle server) {
    return Stream.of(
            HealthAdmin.routes(server),
            OrganizationsAdmin.ROUTES,
            HistoryAdmin.ROUTES,
            SettingsAdmin.ROUTES,
            FaultsAdmin.ROUTES,
            JournalAdmin.ROUTES)
        .flatMap(List::stream)
        .toList();
  }

  /** Returns it as Jersey finds it. */
  Resource resource(AdminErrors errors) {
    Resource.Builder resource = Resource.builder("/__mock/" + path);
    resource.addMethod(method).produces(type).handledBy(new Handler(action, errors));
    return resource.build();
  }

  /** A class of its own, since Jersey reads from its type what it is to be handed. */
  private record Handler(Action action, AdminErrors errors)
      implements Inflector<ContainerRequestContext, Response> {
    @Override
    public Response apply(ContainerRequestContext request) {
      try {
        Object value = action.answer(new AdminCall(errors.server(), request));
        Reply reply = value instanceof Reply other ? other : new Reply(200, value);
        return Response.status(reply.status()).entity(AdminJson.bytes(reply.value())).build();
      } catch (Exception failure) {
        return errors.toResponse(failure);
      }
    }
  }
}
