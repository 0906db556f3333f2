package dev.datamart.conformance.checks.sequences;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;

/**
 * One step of a sequence, in symbols: what it is called on the server is settled when it is played.
 *
 * @param number of the step in the sequence as first drawn
 * @param actor whose token it carries: {@link Symbols#SERVICE} or a symbol for a token
 * @param arguments with symbols for names and keys ({@link Symbols})
 * @param twist what is done to the call before it is sent
 * @param dice chance of its own, so that the step stays the same when others are left out
 */
record Step(
    int number,
    Operation operation,
    Family family,
    String actor,
    ObjectNode arguments,
    Twist twist,
    long dice) {}
