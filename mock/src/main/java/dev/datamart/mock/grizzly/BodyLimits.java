package dev.datamart.mock.grizzly;

import dev.datamart.mock.admin.ControlPlane;
import dev.datamart.mock.door.ApiDoor;
import dev.datamart.mock.framing.Head;
import java.util.function.ToIntFunction;

/** How large a body is waited for, once its head is there. */
final class BodyLimits implements ToIntFunction<Head> {

  /** So much is read even when it is refused: it is likely there, and the connection lives on. */
  private static final int SMALL_BYTES = 64 * 1024;

  private final ApiDoor api;
  private final ControlPlane control;
  private final int most;

  BodyLimits(ApiDoor api, ControlPlane control, int most) {
    this.api = api;
    this.control = control;
    this.most = most;
  }

  @Override
  public int applyAsInt(Head head) {
    if (!head.isChunked() && head.contentLength() <= Math.min(SMALL_BYTES, most)) {
      return most;
    }
    if (ControlPlane.isBelow(head.path())) {
      return control.takesState(head) ? ControlPlane.MAX_BODY_BYTES : most;
    }
    return api.refusesUnseen(head) ? Math.min(SMALL_BYTES, most) : most;
  }
}
