package dev.datamart.mock.admin;

import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.handle.DeprecatedUse;
import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.migration.Rehearsal;
import dev.datamart.mock.migration.Stage;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rehearsal of the deprecated paths' end, and the report of who still calls them. */
@Path("/__mock")
@Produces("application/json")
public final class MigrationAdmin {

  private final ServerHandle server;

  public MigrationAdmin(ServerHandle server) {
    this.server = server;
  }

  /**
   * How deprecated paths answer.
   *
   * @param stage {@code as-now}, {@code sunset}, {@code warn}, {@code fail-every} or {@code gone}
   * @param sunset the day that Sunset names; required by {@code sunset}
   * @param every which call in a row fails; required by {@code fail-every}
   */
  public record Setting(@Nullable String stage, @Nullable String sunset, @Nullable Integer every) {}

  /** The report, the most frequent first. */
  public record Report(Setting setting, List<DeprecatedUse> uses) {}

  @GET
  @Path("migration")
  public Report report() {
    return new Report(shown(server.rehearsal()), server.deprecatedUses());
  }

  @PUT
  @Path("migration")
  public Setting set(Setting setting) {
    Rehearsal rehearsal = rehearsal(setting);
    server.rehearse(rehearsal);
    return shown(rehearsal);
  }

  @GET
  @Path("organizations/{id}/migration")
  public Setting of(@PathParam("id") String id) {
    return shown(server.organization(id).rehearsal());
  }

  @PUT
  @Path("organizations/{id}/migration")
  public Setting set(@PathParam("id") String id, Setting setting) {
    Rehearsal rehearsal = rehearsal(setting);
    server.organization(id).rehearse(rehearsal);
    return shown(rehearsal);
  }

  /** Takes an organization's own setting back: its deprecated paths answer as the server's do. */
  @DELETE
  @Path("organizations/{id}/migration")
  public Setting reset(@PathParam("id") String id) {
    server.organization(id).rehearseNoMore();
    return of(id);
  }

  private static Rehearsal rehearsal(Setting setting) {
    Stage stage =
        Stage.named(setting.stage())
            .orElseThrow(
                () ->
                    AdminException.badRequest(
                        "\"stage\" is required and takes as-now, sunset, warn, fail-every or gone."));
    Instant sunset = setting.sunset() == null ? null : time(setting.sunset());
    int every = setting.every() == null ? 0 : setting.every();
    return AdminException.reading(() -> new Rehearsal(stage, sunset, every));
  }

  private static Instant time(String text) {
    try {
      return MockClock.moment(text);
    } catch (DateTimeException malformed) {
      throw AdminException.badRequest("\"sunset\" takes a time like 2026-12-31T00:00:00Z.");
    }
  }

  private static Setting shown(Rehearsal rehearsal) {
    return new Setting(
        rehearsal.stage().word(),
        rehearsal.sunset() == null ? null : rehearsal.sunset().toString(),
        rehearsal.every() == 0 ? null : rehearsal.every());
  }
}
