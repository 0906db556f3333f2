package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Json;

/**
 * Guest tokens. They are handed out once: nothing lists, changes or deletes one, and each goes with
 * its data app.
 */
public final class GuestTokens {
  public static final Noun NOUN =
      Noun.of("guest token", "token", "token").withAnswered("token").withOwner(DataApps.NOUN);

  /** Milliseconds: where its data app stays, nothing else ends what a run has made. */
  private static final int SHORT_LIFE = 600_000;

  static final Role CREATE = Role.create(NOUN, GuestTokens::draft, Prediction.NONE);

  private GuestTokens() {}

  private static ObjectNode draft(Stock stock) {
    return Json.object(
        "clientId", stock.unused(),
        "dataAppName", stock.ownDataApp(),
        "workspaceName", stock.a(Workspaces.NOUN),
        "expiryTime", SHORT_LIFE);
  }
}
