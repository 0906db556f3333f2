package dev.datamart.conformance.run;

import dev.datamart.conformance.contract.Family;
import dev.datamart.conformance.contract.Operation;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import java.util.List;

/** One requirement for one of its operations in one family: the unit that gets a verdict. */
public record Instance(Requirement requirement, Operation operation, Family family) {

  /** All of a requirement's instances. */
  public static List<Instance> of(Requirement requirement) {
    return requirement.subjects().stream()
        .flatMap(
            operation ->
                operation.families().stream()
                    .filter(requirement.families()::contains)
                    .filter(family -> hasBody(operation, family) || !requirement.is(Trait.BODY))
                    .map(family -> new Instance(requirement, operation, family)))
        .toList();
  }

  private static boolean hasBody(Operation operation, Family family) {
    return operation.in(family).filter(spelling -> !spelling.query()).isPresent();
  }

  /** Written as in {@code --only}: {@code ID@operation/family}. */
  public String id() {
    return requirement.id() + "@" + operation.id() + "/" + family.word();
  }
}
