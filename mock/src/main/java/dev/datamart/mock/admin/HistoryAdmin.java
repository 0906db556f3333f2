package dev.datamart.mock.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.history.Difference;
import dev.datamart.mock.history.Impact;
import dev.datamart.mock.history.Rewind;
import dev.datamart.mock.seeds.SeedWriter;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Version;
import dev.datamart.mock.world.MockState;
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

  private final MockState world;

  public HistoryAdmin(MockState world) {
    this.world = world;
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

  /** Where it went: the new version, and what is other in it than in the one before. */
  public record Arrived(long version, Difference difference) {}

  @GET
  @Path("organizations/{id}/versions")
  public Entries versions(@PathParam("id") String id) {
    OrganizationState state = Lookup.organization(world, id);
    return new Entries(
        state.current().number(),
        state.versions().all().stream()
            .map(v -> new Entry(v.number(), v.since(), v.cause()))
            .toList());
  }

  @GET
  @Path("organizations/{id}/versions/{number}/state")
  public ObjectNode state(@PathParam("id") String id, @PathParam("number") long number) {
    Version version = Lookup.version(Lookup.organization(world, id), number);
    return SeedWriter.seed(id, version.organization());
  }

  /** Compares two versions; without numbers, the first that is kept and the current one. */
  @GET
  @Path("organizations/{id}/difference")
  public Difference difference(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable Long from,
      @QueryParam("to") @Nullable Long to) {
    OrganizationState state = Lookup.organization(world, id);
    Version start = from == null ? state.versions().all().get(0) : Lookup.version(state, from);
    Version end = to == null ? state.current() : Lookup.version(state, to);
    return Difference.between(start.organization(), end.organization());
  }

  @POST
  @Path("organizations/{id}/rewind")
  public Arrived rewind(@PathParam("id") String id, Target target) {
    OrganizationState state = Lookup.organization(world, id);
    if ((target.to() == null) == (target.undo() == null)) {
      throw AdminException.badRequest(
          "Give either \"to\", a version, or \"undo\": \"lastDelete\".");
    }
    Organization before = state.current().organization();
    Version made = target.to() != null ? goTo(state, target.to()) : undo(state, target.undo());
    return new Arrived(made.number(), Difference.between(before, made.organization()));
  }

  /** Tells what a delete of a datamart would take along, and deletes nothing. */
  @GET
  @Path("organizations/{id}/datamarts/{name}/impact")
  public Impact impact(@PathParam("id") String id, @PathParam("name") String name) {
    Organization now = Lookup.organization(world, id).current().organization();
    if (!now.datamarts().has(name)) {
      throw AdminException.notFound("There is no datamart \"" + name + "\".");
    }
    return Impact.of(now, name);
  }

  private static Version goTo(OrganizationState state, long number) {
    return Rewind.to(state, Lookup.version(state, number));
  }

  private static Version undo(OrganizationState state, @Nullable String what) {
    if (!"lastDelete".equals(what)) {
      throw AdminException.badRequest("\"undo\" takes \"lastDelete\".");
    }
    return Rewind.undoLastDelete(state)
        .orElseThrow(
            () -> AdminException.conflict("No delete is among the versions that are kept."));
  }
}
