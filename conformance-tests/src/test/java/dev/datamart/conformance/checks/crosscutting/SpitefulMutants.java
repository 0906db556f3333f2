package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.ROTATE_API_TOKEN;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.broken.Mutant;
import java.util.List;

/** Servers that refuse a request about API keys and do it all the same. */
public final class SpitefulMutants {
  private SpitefulMutants() {}

  public static List<Mutant> all() {
    return List.of(
        new Mutant(
            "a key is made for nobody, and not told",
            "AUTH-ABSENT-IS-REFUSED",
            "API key",
            () ->
                (ask, up) -> {
                  if (ask.is(CREATE_API_TOKEN) && ask.authorization().isEmpty()) {
                    up.send(ask.as("Bearer " + TheMock.SERVICE_TOKEN));
                  }
                  return up.send(ask);
                }),
        new Mutant(
            "a key is rotated by broken JSON",
            "HTTP-BODY-MUST-BE-JSON",
            "API key",
            () ->
                (ask, up) -> {
                  if (ask.is(ROTATE_API_TOKEN) && ask.body().equals("x")) {
                    up.send(ask.body("{\"expireAt\": 0}"));
                  }
                  return up.send(ask);
                }));
  }
}
