package dev.datamart.conformance.requirement;

import dev.datamart.conformance.context.CheckContext;

/** Asks the server and throws when it does not answer as demanded. */
@FunctionalInterface
public interface Check {
  void run(CheckContext context);
}
