package dev.datamart.conformance.requirement;

/** Completes a requirement that is like others: what it demands, where to look, and the check. */
@FunctionalInterface
public interface Template {
  Requirement complete(RequirementBuilder rule);
}
