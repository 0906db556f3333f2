package dev.datamart.conformance.context;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to look at what is there; all of them show the same.
 *
 * @param byKey whether with the API token of a data app, where a service token does as well
 * @param inPages whether page by page, where nobody else changes the list meanwhile
 */
public record Door(Family family, boolean byKey, boolean inPages) {

  /** All doors of some families. */
  public static List<Door> of(List<Family> families) {
    List<Door> doors = new ArrayList<>();
    for (Family family : families) {
      for (boolean byKey : new boolean[] {false, true}) {
        doors.add(new Door(family, byKey, false));
        doors.add(new Door(family, byKey, true));
      }
    }
    return doors;
  }

  Call call(Operation list) {
    return Call.of(list, Contract.spelled(list, family));
  }

  /** It in words. */
  String words() {
    return "seen in the %s family by %s%s"
        .formatted(
            family.word(), byKey ? "an API key" : "the service token", inPages ? ", in pages" : "");
  }
}
