package dev.datamart.mock.admin;

import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.handle.ServerHandle;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The time and the identifiers of the whole server or of one organization. */
@Path("/__mock")
@Produces("application/json")
public final class ClockAdmin {

  private final ServerHandle server;

  public ClockAdmin(ServerHandle server) {
    this.server = server;
  }

  /** What a clock shows. */
  public record Time(Instant now, boolean isStopped) {}

  /** What a clock is told: exactly one of the three. */
  public record Setting(
      @Nullable Instant stopAt, @Nullable Long advanceSeconds, @Nullable Boolean run) {

    public Setting {
      long given = Stream.of(stopAt, advanceSeconds, run).filter(Objects::nonNull).count();
      if (given != 1 || Boolean.FALSE.equals(run)) {
        throw new IllegalArgumentException(
            "Give exactly one of \"stopAt\", \"advanceSeconds\" and \"run\": true.");
      }
    }
  }

  /** What identifiers are made from. */
  public record Identifiers(@Nullable Long seed) {}

  @GET
  @Path("clock")
  public Time clock() {
    return shown(server.clock());
  }

  @PUT
  @Path("clock")
  public Time set(Setting setting) {
    return set(server.clock(), setting);
  }

  @GET
  @Path("organizations/{id}/clock")
  public Time clock(@PathParam("id") String id) {
    return shown(server.organization(id).clock());
  }

  @PUT
  @Path("organizations/{id}/clock")
  public Time set(@PathParam("id") String id, Setting setting) {
    return set(server.organization(id).clock(), setting);
  }

  /** Starts the sequence of that seed; what was made before may be made again. */
  @PUT
  @Path("organizations/{id}/identifiers")
  public Identifiers reseed(@PathParam("id") String id, Identifiers wanted) {
    OrganizationHandle organization = server.organization(id);
    if (wanted.seed() == null) {
      throw AdminException.badRequest("\"seed\" is required.");
    }
    organization.makeIdentifiersFrom(wanted.seed());
    return wanted;
  }

  private static Time set(MockClock clock, Setting setting) {
    if (setting.stopAt() != null) {
      clock.stopAt(setting.stopAt());
    } else if (setting.advanceSeconds() != null) {
      advance(clock, Duration.ofSeconds(setting.advanceSeconds()));
    } else {
      clock.reset();
    }
    return shown(clock);
  }

  private static void advance(MockClock clock, Duration by) {
    try {
      clock.advance(by);
    } catch (DateTimeException tooFar) {
      throw AdminException.badRequest("\"advanceSeconds\" leads out of the years 1 to 9999.");
    }
  }

  private static Time shown(MockClock clock) {
    return new Time(clock.instant(), clock.isStopped());
  }
}
