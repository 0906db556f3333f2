package dev.datamart.mock.handle;

import dev.datamart.mock.journal.Curl;
import dev.datamart.mock.migration.Migration;
import dev.datamart.mock.migration.SuccessorCall;
import dev.datamart.spec.Operation;
import java.net.URI;
import java.time.Instant;

/**
 * A deprecated operation that somebody calls, with tokens masked.
 *
 * @param family the word of the path family
 * @param successor the command that should be used instead of the last call
 */
public record DeprecatedUse(
    String organization,
    String operation,
    String family,
    String userAgent,
    long count,
    Instant last,
    String successor) {

  static DeprecatedUse of(Migration.Line line, URI base, TokenMask mask) {
    Migration.Caller caller = line.caller();
    Operation operation = caller.operation();
    SuccessorCall successor = SuccessorCall.of(line);
    return new DeprecatedUse(
        caller.organizationId(),
        operation.id(),
        caller.family().word(),
        mask.mask(caller.userAgent()),
        line.use().count(),
        line.use().last(),
        Curl.of(
            base,
            operation,
            successor.method(),
            mask.maskTarget(successor.target()),
            mask.mask(successor.body())));
  }
}
