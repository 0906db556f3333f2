package dev.datamart.mock.admin;

import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.handle.ServerHandle;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A request to the control plane, and the server that it is about. */
record AdminCall(ServerHandle server, ContainerRequestContext request) {

  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  /** Returns the organization that the address names. */
  OrganizationHandle organization() {
    return server.organization(segment("id"));
  }

  /** Returns a variable part of the address. */
  String segment(String name) {
    return request.getUriInfo().getPathParameters().getFirst(name);
  }

  /** Returns the number in the address. */
  long number() {
    try {
      return Long.parseLong(segment("number"));
    } catch (NumberFormatException noNumber) {
      throw new NotFoundException(noNumber);
    }
  }

  /** Returns the query parameters as that record, or refuses what it cannot have. */
  <Q> Q query(Class<Q> type) {
    return AdminQuery.read(parameters(), type);
  }

  Map<String, List<String>> parameters() {
    return request.getUriInfo().getQueryParameters();
  }

  /** Returns the body as that type; no body at all stands for an empty object. */
  <B> B body(Class<B> type) throws IOException {
    byte[] body = request.getEntityStream().readAllBytes();
    return type == byte[].class
        ? type.cast(body)
        : AdminJson.parse(body.length == 0 ? EMPTY_OBJECT : body, type);
  }
}
