package dev.datamart.mock.admin;

import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.handle.ServerHandle;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

  /** Returns a query parameter, the first of that name; null when there is none. */
  @Nullable String query(String name) {
    return request.getUriInfo().getQueryParameters().getFirst(name);
  }

  /** Returns a query parameter that is a number. */
  @Nullable Long queryNumber(String name) {
    String value = query(name);
    return value == null || value.isEmpty() ? null : number(name, value);
  }

  /** Returns the value of a query parameter as a number. */
  static long number(String parameter, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException malformed) {
      throw AdminException.badRequest("The parameter \"" + parameter + "\" cannot be read.");
    }
  }

  /** Returns the first value of each query parameter. */
  Map<String, String> queries() {
    Map<String, String> first = new TreeMap<>();
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach((name, values) -> first.put(name, values.get(0)));
    return first;
  }

  /** Returns the body as that type; no body at all stands for an empty object. */
  <B> B body(Class<B> type) throws IOException {
    byte[] body = request.getEntityStream().readAllBytes();
    return type == byte[].class
        ? type.cast(body)
        : AdminJson.parse(body.length == 0 ? EMPTY_OBJECT : body, type);
  }
}
