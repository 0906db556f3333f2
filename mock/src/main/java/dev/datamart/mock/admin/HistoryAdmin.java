package dev.datamart.mock.admin;

import static dev.datamart.mock.admin.AdminRoute.route;

import dev.datamart.mock.handle.StateHandle;
import dev.datamart.mock.handle.StateHandle.Rewound;
import dev.datamart.mock.history.Difference;
import dev.datamart.mock.json.Range;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of an organization: look at them, compare them, go back to them. */
final class HistoryAdmin {

  static final List<AdminRoute> ROUTES =
      List.of(
          route("GET organizations/{id}/versions", call -> Entries.of(call.organization().state())),
          route("GET organizations/{id}/versions/{number}/state", HistoryAdmin::state),
          route("GET organizations/{id}/difference", HistoryAdmin::difference)
              .asking(Between.class),
          route("POST organizations/{id}/rewind", Target.class, HistoryAdmin::rewind),
          // Tells what a delete of a datamart would take along, and deletes nothing.
          route(
              "GET organizations/{id}/datamarts/{name}/impact",
              call -> call.organization().state().impactOfDeleting(call.segment("name"))));

  private HistoryAdmin() {}

  /** A version in the list. */
  record Entry(long number, Instant since, String cause) {}

  /** The list, oldest first. */
  record Entries(long current, List<Entry> versions) {
    static Entries of(StateHandle state) {
      return new Entries(
          state.version(),
          state.versions().stream().map(v -> new Entry(v.number(), v.since(), v.cause())).toList());
    }
  }

  /**
   * Where to go.
   *
   * @param to the number of a version
   * @param undo {@code lastDelete} brings back what the last delete removed and keeps the rest
   */
  record Target(
      @Range(least = 0, most = Long.MAX_VALUE) @Nullable Long to,
      @Range(most = 20) @Nullable String undo) {}

  /** Which versions are compared. */
  record Between(
      @Range(least = 0, most = Long.MAX_VALUE) @Nullable Long from,
      @Range(least = 0, most = Long.MAX_VALUE) @Nullable Long to) {}

  private static String state(AdminCall call) {
    long number = call.number();
    return call.organization().state().export(number);
  }

  /** Compares two versions; without numbers, the first that is kept and the current one. */
  private static Difference difference(AdminCall call) {
    Long from = call.query(Between.class).from();
    Long to = call.query(Between.class).to();
    StateHandle state = call.organization().state();
    long start = from == null ? state.versions().get(0).number() : from;
    return to == null ? state.differenceFrom(start) : state.difference(start, to);
  }

  private static Rewound rewind(AdminCall call, Target target) throws Exception {
    StateHandle state = call.organization().state();
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
}
