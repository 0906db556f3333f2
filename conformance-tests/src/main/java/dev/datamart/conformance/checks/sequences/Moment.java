package dev.datamart.conformance.checks.sequences;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.model.Model;
import java.util.List;
import java.util.Random;

/**
 * Where a play stands when it comes to a step.
 *
 * @param stem what all names of the play begin with
 */
record Moment(CheckContext context, Model model, Random random, String stem) {
  <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
