package dev.datamart.mock.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.problem.Problem;
import dev.datamart.mock.problem.ProblemException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Says of a change that it is refused, and why. */
final class Refused {

  private Refused() {}

  /** Asserts that the change is refused either when it is made or when it is applied. */
  static void refuses(
      Organization before, Problem problem, Supplier<UnaryOperator<Organization>> change) {
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> change.get().apply(before));

    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.problem()).isEqualTo(problem);
  }
}
