package dev.datamart.mock.admin;

import dev.datamart.mock.handle.DeprecatedUse;
import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.migration.Rehearsal;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;

/** The rehearsal of the deprecated paths' end, and the report of who still calls them. */
@Path("/__mock")
@Produces("application/json")
public final class MigrationAdmin {

  private final ServerHandle server;

  public MigrationAdmin(ServerHandle server) {
    this.server = server;
  }

  /** How deprecated paths answer, and who calls them; the most frequent first. */
  public record Report(Rehearsal setting, List<DeprecatedUse> uses) {}

  @GET
  @Path("migration")
  public Report report() {
    return new Report(server.rehearsal(), server.deprecatedUses());
  }

  @PUT
  @Path("migration")
  public Rehearsal set(Rehearsal rehearsal) {
    server.rehearse(rehearsal);
    return rehearsal;
  }

  @GET
  @Path("organizations/{id}/migration")
  public Rehearsal of(@PathParam("id") String id) {
    return server.organization(id).rehearsal();
  }

  @PUT
  @Path("organizations/{id}/migration")
  public Rehearsal set(@PathParam("id") String id, Rehearsal rehearsal) {
    server.organization(id).rehearse(rehearsal);
    return rehearsal;
  }

  /** Takes an organization's own setting back: its deprecated paths answer as the server's do. */
  @DELETE
  @Path("organizations/{id}/migration")
  public Rehearsal reset(@PathParam("id") String id) {
    server.organization(id).rehearseNoMore();
    return of(id);
  }
}
