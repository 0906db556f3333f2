package dev.datamart.conformance.run;

import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Set;

/**
 * Which instances run.
 *
 * @param only patterns of requirement ids or instance ids, {@code *} standing for any text; none
 *     means all
 */
public record Selection(List<String> only, Set<Family> families, Set<Operation> operations) {
  public Selection {
    only = List.copyOf(only);
    families = Set.copyOf(families);
    operations = Set.copyOf(operations);
  }

  public static Selection everything() {
    return new Selection(List.of(), Set.of(Family.values()), Set.of(Operation.values()));
  }

  public Selection only(String... patterns) {
    return new Selection(List.of(patterns), families, operations);
  }

  /** The chosen instances, in the order of the catalogue. */
  public List<Instance> of(List<Requirement> catalogue) {
    return catalogue.stream()
        .flatMap(requirement -> Instance.of(requirement).stream())
        .filter(this::takes)
        .toList();
  }

  private boolean takes(Instance instance) {
    return families.contains(instance.family())
        && operations.contains(instance.operation())
        && (only.isEmpty() || only.stream().anyMatch(instance::matches));
  }
}
