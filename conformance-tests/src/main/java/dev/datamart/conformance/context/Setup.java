package dev.datamart.conformance.context;

import dev.datamart.conformance.contract.Level;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Family;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What is settled before the first check.
 *
 * @param otherTarget what the second organization has; not applicable where that is too little
 * @param family the family in which fixtures are made
 * @param seed of everything random
 * @param sequences how many random sequences are played
 * @param readOnly whether the run may change nothing, whatever a check asks for
 * @param accompanied for which operations in families other checks see success and refusal
 * @param aside hears what is found in passing
 * @param unwatched what is wrong with an answer by the rules for all of them, of a level, that no
 *     requirement of the run watches
 */
public record Setup(
    Offer offer,
    Tokens tokens,
    TargetFixtures target,
    TargetFixtures otherTarget,
    String runId,
    Family family,
    long seed,
    Sequencing sequences,
    boolean readOnly,
    Set<String> accompanied,
    Consumer<SideFinding> aside,
    BiFunction<Exchange, Level, Optional<Finding>> unwatched) {}
