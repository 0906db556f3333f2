package dev.datamart.conformance.requirement;

import dev.datamart.conformance.scene.Scene;

/** Asks the server and throws when it does not answer as demanded. */
@FunctionalInterface
public interface Check {
  void run(Scene scene);
}
