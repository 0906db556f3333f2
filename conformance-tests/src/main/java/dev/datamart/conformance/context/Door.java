package dev.datamart.conformance.context;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to look at what is there; all of them show the same.
 *
 * @param byKey whether with the API token of a data app, where a service token does as well
 * @param inPages whether page by page, where nobody else changes the list meanwhile
 * @param isBrief whether without details, where they can be left out
 */
public record Door(Family family, boolean byKey, boolean inPages, boolean isBrief) {
  private static final String DETAILS = "expandDetails";

  /** All doors of some families. */
  public static List<Door> of(List<Family> families) {
    List<Door> doors = new ArrayList<>();
    for (Family family : families) {
      for (boolean byKey : new boolean[] {false, true}) {
        for (boolean inPages : new boolean[] {false, true}) {
          doors.add(new Door(family, byKey, inPages, false));
          doors.add(new Door(family, byKey, inPages, true));
        }
      }
    }
    return doors;
  }

  Call call(Operation list) {
    Family spelled = Contract.spelled(list, family);
    Call call = Call.of(list, spelled);
    return isBrief && hasDetails(list, spelled) ? call.with(DETAILS, false) : call;
  }

  /** Whether a list shows less through this door than through others. */
  boolean leavesOutDetailsOf(Operation list) {
    return isBrief && hasDetails(list, Contract.spelled(list, family));
  }

  private static boolean hasDetails(Operation list, Family family) {
    Schema request = list.request(family);
    return list.parameters(family).contains(DETAILS)
        || (request != null && request.member(DETAILS).isPresent());
  }

  /** It in words. */
  String words() {
    return "seen in the %s family by %s%s%s"
        .formatted(
            family.word(),
            byKey ? "an API key" : "the service token",
            inPages ? ", in pages" : "",
            isBrief ? ", without details" : "");
  }
}
