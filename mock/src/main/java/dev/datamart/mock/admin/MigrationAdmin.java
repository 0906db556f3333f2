package dev.datamart.mock.admin;

import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.handle.TokenMask;
import dev.datamart.mock.journal.Curl;
import dev.datamart.mock.migration.Migration.Line;
import dev.datamart.mock.migration.Rehearsal;
import dev.datamart.mock.migration.Stage;
import dev.datamart.mock.migration.SuccessorCall;
import dev.datamart.mock.world.MockState;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rehearsal of the deprecated paths' end, and the report of who still calls them. */
@Path("/__mock")
@Produces("application/json")
public final class MigrationAdmin {

  private final MockState world;

  public MigrationAdmin(MockState world) {
    this.world = world;
  }

  /**
   * How deprecated paths answer.
   *
   * @param stage {@code as-now}, {@code sunset}, {@code warn}, {@code fail-every} or {@code gone}
   * @param sunset the day that Sunset names; required by {@code sunset}
   * @param every which call in a row fails; required by {@code fail-every}
   */
  public record Setting(@Nullable String stage, @Nullable String sunset, @Nullable Integer every) {}

  /** One deprecated operation that somebody calls. */
  public record Use(
      String organization,
      String operation,
      String family,
      String userAgent,
      long count,
      Instant last,
      String successor) {}

  /** The report, the most frequent first. */
  public record Report(Setting setting, List<Use> uses) {}

  @GET
  @Path("migration")
  public Report report() {
    return new Report(
        shown(world.migration().of(null)),
        world.migration().report().stream().map(this::use).toList());
  }

  @PUT
  @Path("migration")
  public Setting set(Setting setting) {
    Rehearsal rehearsal = rehearsal(setting);
    world.migration().set(null, rehearsal);
    return shown(rehearsal);
  }

  @GET
  @Path("organizations/{id}/migration")
  public Setting of(@PathParam("id") String id) {
    return shown(world.migration().of(Lookup.organization(world, id).id()));
  }

  @PUT
  @Path("organizations/{id}/migration")
  public Setting set(@PathParam("id") String id, Setting setting) {
    Rehearsal rehearsal = rehearsal(setting);
    world.migration().set(Lookup.organization(world, id).id(), rehearsal);
    return shown(rehearsal);
  }

  /** Takes an organization's own setting back: its deprecated paths answer as the server's do. */
  @DELETE
  @Path("organizations/{id}/migration")
  public Setting reset(@PathParam("id") String id) {
    String known = Lookup.organization(world, id).id();
    world.migration().reset(known);
    return shown(world.migration().of(known));
  }

  private Use use(Line line) {
    SuccessorCall successor = SuccessorCall.of(line);
    TokenMask masking = TokenMask.of(world);
    return new Use(
        line.caller().organizationId(),
        line.caller().operation().id(),
        line.caller().family().name().toLowerCase(Locale.ROOT),
        masking.mask(line.caller().userAgent()),
        line.use().count(),
        line.use().last(),
        Curl.of(
            world.baseUri(),
            line.caller().operation(),
            successor.method(),
            masking.maskTarget(successor.target()),
            masking.mask(successor.body())));
  }

  private static Rehearsal rehearsal(Setting setting) {
    Stage stage = stage(setting.stage());
    Instant sunset = setting.sunset() == null ? null : time(setting.sunset());
    if (stage == Stage.SUNSET && sunset == null) {
      throw AdminException.badRequest("The stage \"sunset\" needs \"sunset\", a time.");
    }
    int every = setting.every() == null ? 0 : setting.every();
    if (stage == Stage.FAIL_EVERY && every < 1) {
      throw AdminException.badRequest("The stage \"fail-every\" needs \"every\", at least 1.");
    }
    return new Rehearsal(stage, sunset, every);
  }

  private static Stage stage(@Nullable String name) {
    for (Stage stage : Stage.values()) {
      if (spelled(stage).equals(name)) {
        return stage;
      }
    }
    throw AdminException.badRequest(
        "\"stage\" is required and takes as-now, sunset, warn, fail-every or gone.");
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
        spelled(rehearsal.stage()),
        rehearsal.sunset() == null ? null : rehearsal.sunset().toString(),
        rehearsal.every() == 0 ? null : rehearsal.every());
  }

  private static String spelled(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
