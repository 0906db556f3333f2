package dev.datamart.conformance.run;

import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.regex.Pattern;

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
    return RequestLine.of(operation, family).filter(spelling -> !spelling.query()).isPresent();
  }

  /** Written as in {@code --only}: {@code ID@operation/family}. */
  public String id() {
    return requirement.id() + "@" + where();
  }

  /** Where it runs, such as {@code deleteDatamart/kebab}. */
  public String where() {
    return operation.id() + "/" + family.word();
  }

  /** Whether a pattern names it or its requirement; {@code *} stands for any text. */
  boolean matches(String pattern) {
    String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
    return requirement.id().matches(regex) || id().matches(regex);
  }

  /** Where in the run its requirement can be met or broken. */
  String place() {
    return place(requirement.id(), operation, family);
  }

  static String place(String requirement, Operation operation, Family family) {
    return requirement + "@" + operation + "/" + family;
  }
}
