package dev.datamart.conformance.run;

/**
 * How much a run was asked to judge.
 *
 * @param chosen checks that the options select
 * @param all checks that there are
 */
public record Scope(int chosen, int all) {}
