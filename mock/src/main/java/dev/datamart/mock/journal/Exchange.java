package dev.datamart.mock.journal;

import dev.datamart.mock.history.Difference;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, kept as it came so that recording costs little; almost everything
 * that is shown of it is worked out when somebody looks. Of a change only the names are kept of
 * what it changed, since the states before and after it may be large.
 *
 * @param number its place in the journal, from 1
 * @param organizationId whose token was shown; null when nobody's
 * @param operation what was asked for; null when there is no such operation
 * @param target path and query as they stood on the request line
 * @param requestBody at most {@link Journal#MOST_BODY_BYTES} of it
 * @param answerBody at most as many bytes of what was sent
 * @param outcome {@code answered}, or the name of the fault's effect that came in between
 * @param warnings what a strict reader would object to
 * @param isChange whether it changed its organization
 * @param difference what it changed; null when nothing, or when that was too much to be kept
 * @param bytes about how much of the heap it takes
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
    boolean isChange,
    @Nullable Difference difference,
    long bytes) {}
