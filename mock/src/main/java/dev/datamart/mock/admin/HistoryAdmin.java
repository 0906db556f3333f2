package dev.datamart.mock.admin;

import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.handle.StateHandle;
import dev.datamart.mock.handle.StateHandle.Rewound;
import dev.datamart.mock.history.Difference;
import dev.datamart.mock.history.Impact;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of an organization: look at them, compare them, go back to them. */
@Path("/__mock")
@Produces("application/json")
public final class HistoryAdmin {

  private final ServerHandle server;

  public HistoryAdmin(ServerHandle server) {
    this.server = server;
  }

  /** A version in the list. */
  public record Entry(long number, Instant since, String cause) {}

  /** The list, oldest first. */
  public record Entries(long current, List<Entry> versions) {}

  /**
   * Where to go.
   *
   * @param to the number of a version
   * @param undo {@code lastDelete} brings back what the last delete removed and keeps the rest
   */
  public record Target(@Nullable Long to, @Nullable String undo) {}

  @GET
  @Path("organizations/{id}/versions")
  public Entries versions(@PathParam("id") String id) {
    StateHandle state = server.organization(id).state();
    return new Entries(
        state.version(),
        state.versions().stream().map(v -> new Entry(v.number(), v.since(), v.cause())).toList());
  }

  @GET
  @Path("organizations/{id}/versions/{number}/state")
  public String state(@PathParam("id") String id, @PathParam("number") long number) {
    return server.organization(id).state().export(number);
  }

  /** Compares two versions; without numbers, the first that is kept and the current one. */
  @GET
  @Path("organizations/{id}/difference")
  public Difference difference(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable Long from,
      @QueryParam("to") @Nullable Long to) {
    StateHandle state = server.organization(id).state();
    long start = from == null ? state.versions().get(0).number() : from;
    return to == null ? state.differenceFrom(start) : state.difference(start, to);
  }

  @POST
  @Path("organizations/{id}/rewind")
  public Rewound rewind(@PathParam("id") String id, Target target) throws Exception {
    StateHandle state = server.organization(id).state();
    if ((target.to() == null) == (target.undo() == null)) {
      throw AdminException.badRequest(
          "Give either \"to\", a version, or \"undo\": \"lastDelete\".");
    }
    if (target.to() != null) {
      return state.rewindTo(target.to());
    }
    if (!"lastDelete".equals(target.undo())) {
      throw AdminException.badRequest("\"undo\" takes \"lastDelete\".");
    }
    return AdminException.doing(state::undoLastDelete);
  }

  /** Tells what a delete of a datamart would take along, and deletes nothing. */
  @GET
  @Path("organizations/{id}/datamarts/{name}/impact")
  public Impact impact(@PathParam("id") String id, @PathParam("name") String name) {
    return server.organization(id).state().impactOfDeleting(name);
  }
}
