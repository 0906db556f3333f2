package dev.datamart.mock.journal;

import dev.datamart.mock.domain.Organization;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, kept as it came so that recording costs little; everything that is
 * shown of it is worked out when somebody looks.
 *
 * @param number its place in the journal, from 1
 * @param organizationId whose token was shown; null when nobody's
 * @param operation what was asked for; null when there is no such operation
 * @param target path and query as they stood on the request line
 * @param requestBody at most {@link Journal#MOST_BODY_BYTES} of it
 * @param answerBody at most as many bytes of what was sent
 * @param outcome {@code answered}, or the name of the fault's effect that came in between
 * @param warnings what a strict reader would object to
 * @param before the state that a change found; null when nothing changed
 * @param after the state that it left
 */
public record Exchange(
    long number,
    Instant at,
    long nanos,
    @Nullable String organizationId,
    @Nullable Operation operation,
    @Nullable Family family,
    String method,
    String target,
    @Nullable String userAgent,
    byte[] requestBody,
    int status,
    byte[] answerBody,
    String outcome,
    List<String> warnings,
    @Nullable Organization before,
    @Nullable Organization after) {

  public boolean isChange() {
    return after != null;
  }
}
