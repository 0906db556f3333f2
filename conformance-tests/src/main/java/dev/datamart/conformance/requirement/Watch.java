package dev.datamart.conformance.requirement;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.wire.Exchange;
import java.util.Optional;

/** Looks at every exchange of a run, whatever check it belongs to. */
@FunctionalInterface
public interface Watch {
  /** What is wrong with an exchange, if anything. Must be safe for many threads. */
  Optional<Finding> look(Exchange exchange);
}
