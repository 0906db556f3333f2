package dev.datamart.mock.admin;

import static dev.datamart.mock.admin.AdminRoute.route;

import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.handle.DeprecatedUse;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.json.Range;
import dev.datamart.mock.migration.Rehearsal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is set for the whole server or for one organization: the time, the identifiers, and the
 * rehearsal of the deprecated paths' end, with the report of who still calls them.
 */
final class SettingsAdmin {

  static final List<AdminRoute> ROUTES =
      List.of(
          route("GET clock", call -> Time.of(call.server().clock())),
          route("PUT clock", Setting.class, (call, wanted) -> wanted.set(call.server().clock())),
          route("GET organizations/{id}/clock", call -> Time.of(call.organization().clock())),
          route(
              "PUT organizations/{id}/clock",
              Setting.class,
              (call, wanted) -> wanted.set(call.organization().clock())),
          route("PUT organizations/{id}/identifiers", Identifiers.class, SettingsAdmin::reseed),
          route("GET migration", call -> Report.of(call.server())),
          route("PUT migration", Rehearsal.class, (call, wanted) -> call.server().rehearse(wanted)),
          route("GET organizations/{id}/migration", call -> call.organization().rehearsal()),
          route(
              "PUT organizations/{id}/migration",
              Rehearsal.class,
              (call, wanted) -> call.organization().rehearse(wanted)),
          route(
              "DELETE organizations/{id}/migration", call -> call.organization().rehearseNoMore()));

  private SettingsAdmin() {}

  /** What a clock shows. */
  record Time(Instant now, boolean isStopped) {
    static Time of(MockClock clock) {
      return new Time(clock.instant(), clock.isStopped());
    }
  }

  /** What a clock is told: exactly one of the three. */
  record Setting(
      @Nullable Instant stopAt,
      @Range(least = -MockClock.FARTHEST_SECONDS, most = MockClock.FARTHEST_SECONDS)
          @Nullable Long advanceSeconds,
      @Nullable Boolean run) {

    Setting {
      long given = Stream.of(stopAt, advanceSeconds, run).filter(Objects::nonNull).count();
      if (given != 1 || Boolean.FALSE.equals(run)) {
        throw new IllegalArgumentException(
            "Give exactly one of \"stopAt\", \"advanceSeconds\" and \"run\": true.");
      }
    }

    Time set(MockClock clock) {
      try {
        if (stopAt != null) {
          clock.stopAt(stopAt);
        } else if (advanceSeconds != null) {
          clock.advance(Duration.ofSeconds(advanceSeconds));
        } else {
          clock.reset();
        }
      } catch (DateTimeException tooFar) {
        throw AdminException.badRequest("\"advanceSeconds\" leads out of the years 1 to 9999.");
      }
      return Time.of(clock);
    }
  }

  /** What identifiers are made from. */
  record Identifiers(@Range(least = Long.MIN_VALUE, most = Long.MAX_VALUE) @Nullable Long seed) {}

  /** How deprecated paths answer, and who calls them; the most frequent first. */
  record Report(Rehearsal setting, List<DeprecatedUse> uses) {
    static Report of(ServerHandle server) {
      return new Report(server.rehearsal(), server.deprecatedUses());
    }
  }

  /** Starts the sequence of that seed; what was made before may be made again. */
  private static Identifiers reseed(AdminCall call, Identifiers wanted) {
    OrganizationHandle organization = call.organization();
    if (wanted.seed() == null) {
      throw AdminException.badRequest("\"seed\" is required.");
    }
    organization.makeIdentifiersFrom(wanted.seed());
    return wanted;
  }
}
