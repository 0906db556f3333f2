package dev.datamart.mock.operation;

import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Spelling;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the operation that a method and a path mean, in any family, in two look-ups. */
public final class Routes {

  /** What the API's paths begin with, each with its version behind. */
  private static final String API = "/api/v";

  private static final Set<String> VERSIONS = Set.of("/api/v1", "/api/v2");

  /** One spelling of one operation. */
  public record Route(Operation operation, Family family) {}

  /** What one path answers, by method. */
  public static final class Place {
    private final Map<String, Route> byMethod = new TreeMap<>();
    private final Route first;
    private String allow = "";

    private Place(Route first) {
      this.first = first;
    }

    /** Returns one of its routes, for what all have in common. */
    public Route first() {
      return first;
    }

    /**
     * Returns whether an answer to that route says that it is deprecated; with null, to a method
     * that the path does not know.
     */
    public boolean isDeprecated(@Nullable Route asked) {
      return asked == null
          ? byMethod.values().stream().allMatch(route -> route.family().isDeprecated())
          : asked.family().isDeprecated();
    }

    /** Returns the route of that method; HEAD is answered like GET. */
    public @Nullable Route route(String method) {
      return byMethod.get(method.equals("HEAD") ? "GET" : method);
    }

    /** Returns the value of the Allow header: the methods in alphabetical order. */
    public String allow() {
      return allow;
    }

    private void add(Route route) {
      byMethod.put(route.operation().method(route.family()), route);
      allow = String.join(", ", byMethod.keySet()).replace("GET", "GET, HEAD");
    }
  }

  private final Map<String, Place> places = new HashMap<>();
  private final Map<Operation, String> links = new EnumMap<>(Operation.class);

  public Routes() {
    for (Operation operation : Operation.values()) {
      for (Spelling spelling : operation.spellings()) {
        add(spelling.path(), new Route(operation, spelling.family()));
      }
      links.put(operation, "<" + operation.successorPath() + ">; rel=\"successor-version\"");
    }
    // Every other datamart operation is plural, so callers try it; not part of the contract.
    add("/api/v2/data-app/datamarts", new Route(Operation.DELETE_DATAMART, Family.KEBAB));
    add("/api/v2/dataApp/datamarts", new Route(Operation.DELETE_DATAMART, Family.CAMEL));
  }

  /** Returns whether the path is one of the API's, known or not. */
  public static boolean isBelowApi(String path) {
    int end = path.indexOf('/', API.length());
    return path.startsWith(API) && VERSIONS.contains(end < 0 ? path : path.substring(0, end));
  }

  /**
   * Returns what the path answers, or null.
   *
   * @param path from the root of the server on; one slash at its end makes no difference
   */
  public @Nullable Place place(String path) {
    Place place = places.get(path);
    return place == null && path.endsWith("/")
        ? places.get(path.substring(0, path.length() - 1))
        : place;
  }

  /** Returns the value of the Link header with which a deprecated path names its successor. */
  public String successorLink(Operation operation) {
    return links.getOrDefault(operation, "");
  }

  private void add(String path, Route route) {
    places.computeIfAbsent(path, p -> new Place(route)).add(route);
  }
}
