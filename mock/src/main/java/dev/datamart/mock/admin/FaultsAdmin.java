package dev.datamart.mock.admin;

import dev.datamart.mock.fault.FaultPlan.Active;
import dev.datamart.mock.fault.FaultRule;
import dev.datamart.mock.handle.ServerHandle;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Failures on purpose: set them, see them, take them away. */
@Path("/__mock")
@Produces("application/json")
public final class FaultsAdmin {

  private final ServerHandle server;

  public FaultsAdmin(ServerHandle server) {
    this.server = server;
  }

  /**
   * A fault that is set.
   *
   * @param hits how often it has hit
   * @param isSpent whether it has hit as often as it should
   */
  public record Shown(String id, FaultJson fault, long hits, boolean isSpent) {}

  /** Those that are set, in their order: the first that matches a call is the one it gets. */
  public record AllShown(List<Shown> faults) {}

  @GET
  @Path("faults")
  public AllShown list() {
    return new AllShown(server.faults().set().stream().map(FaultsAdmin::shown).toList());
  }

  @POST
  @Path("faults")
  public Response add(FaultJson wanted) throws Exception {
    FaultRule rule = wanted.rule();
    Active added = AdminException.doing(() -> server.faults().set(rule));
    return Response.status(201).entity(shown(added)).build();
  }

  @PUT
  @Path("faults")
  public AllShown replace(FaultJson.Faults wanted) {
    server.replaceFaults(wanted.rules());
    return list();
  }

  /** Takes away all faults, or those of one organization. */
  @DELETE
  @Path("faults")
  public AllShown clear(@QueryParam("organization") @Nullable String organization) {
    (organization == null ? server.faults() : server.faults(organization)).clear();
    return list();
  }

  @DELETE
  @Path("faults/{id}")
  public AllShown remove(@PathParam("id") String id) {
    server.faults().remove(id);
    return list();
  }

  private static Shown shown(Active active) {
    return new Shown(active.id(), FaultJson.of(active.rule()), active.hits(), active.isSpent());
  }
}
