package dev.datamart.conformance.broken;

import java.util.function.Supplier;

/**
 * A right server with one behaviour replaced, and who must notice.
 *
 * @param requirement the id of the requirement that is meant to catch it
 * @param sentence part of what the finding must say
 * @param fault made anew for each server, since it may remember things
 */
public record Mutant(String name, String requirement, String sentence, Supplier<Fault> fault) {
  @Override
  public String toString() {
    return name;
  }
}
