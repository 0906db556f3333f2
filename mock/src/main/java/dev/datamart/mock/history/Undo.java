package dev.datamart.mock.history;

import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import java.util.ArrayList;
import java.util.List;

/** Brings back what a delete removed, and leaves alone what came after it. */
public final class Undo {

  private final Organization before;
  private final Organization after;
  private final List<Ref> broughtBack = new ArrayList<>();
  private Organization result;

  private Undo(Organization now, Organization before, Organization after) {
    this.before = before;
    this.after = after;
    this.result = now;
  }

  /**
   * Returns the state with what was removed between the two others.
   *
   * @param now the state to bring it back into; the very one after the delete, or a later one
   * @param before the state that the delete found
   * @param after the state that it left
   */
  public static Organization bringBack(Organization now, Organization before, Organization after) {
    if (now == after) {
      return before;
    }
    Undo undo = new Undo(now, before, after);
    // Each kind comes after those that it refers to.
    Kind.ALL.forEach(undo::bringBack);
    for (Ref ref : undo.broughtBack) {
      undo.result = undo.result.relinked(ref, before);
    }
    return undo.result;
  }

  private <T extends Keyed> void bringBack(Kind<T> kind) {
    for (T thing : before.all(kind)) {
      Ref ref = new Ref(kind, kind.ownerOf(thing), thing.key());
      if (!after.has(ref) && !result.has(ref) && result.canHave(thing)) {
        result = result.with(thing);
        broughtBack.add(ref);
      }
    }
  }
}
