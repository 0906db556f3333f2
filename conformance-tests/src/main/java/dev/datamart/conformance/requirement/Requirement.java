package dev.datamart.conformance.requirement;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.contract.Level;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Evidence;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the contract demands.
 *
 * @param id words that never change their meaning
 * @param sentence what a conforming server does
 * @param source the page or decision that the rule was read from
 * @param subjects the operations for each of which the check runs
 * @param families the families in which it runs, where the operation exists there
 * @param covers further operations whose behaviour the check demands
 * @param problems the error situations that it demands
 * @param watch what the requirement looks for in every exchange, or null
 * @param hints where to look when it is violated
 */
public record Requirement(
    String id,
    Level level,
    Evidence evidence,
    String sentence,
    String source,
    List<Operation> subjects,
    Set<Family> families,
    Set<Operation> covers,
    Set<Problem> problems,
    List<String> hints,
    Set<Trait> traits,
    @Nullable Watch watch,
    Check check) {

  /** Asks the server and throws when it does not answer as demanded. */
  @FunctionalInterface
  public interface Check {
    void run(CheckContext context);
  }

  /** Looks at every exchange of a run, whatever check it belongs to. */
  @FunctionalInterface
  public interface Watch {
    /** What is wrong with an exchange, if anything. Must be safe for many threads. */
    Optional<Finding> look(Exchange exchange);
  }

  public Requirement {
    subjects = List.copyOf(subjects);
    families = Set.copyOf(families);
    covers = Set.copyOf(covers);
    problems = Set.copyOf(problems);
    hints = List.copyOf(hints);
    traits = Set.copyOf(traits);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
