package dev.datamart.conformance.checks.sequences;

import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;

import dev.datamart.conformance.contract.Level;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;

/** What no hand-picked request asks: anything after anything. */
public final class SequenceChecks {
  private SequenceChecks() {}

  public static List<Requirement> all() {
    return List.of(
        seed("DM-SEQUENCES-FOLLOW-THE-MODEL", "Any sequence leaves what the rules say it leaves.")
            .on(Operation.DELETE_DATAMART)
            .covers(Operation.values())
            .trait(Trait.RANDOM, Trait.SERVICE_TOKEN, Trait.LONG)
            .hint("The sequence above is as short as it gets: without any one step it passes.")
            .hint("What is shown through one door only is wrong there: compare the lists.")
            .check(s -> Sequences.play(s, Level.MUST)),
        decided("DM-SEQUENCES-FOLLOW-DECISIONS", "Any sequence is answered as was decided.")
            .on(Operation.DELETE_DATAMART)
            .only(Family.KEBAB)
            .covers(Operation.values())
            .trait(Trait.RANDOM, Trait.SERVICE_TOKEN, Trait.LONG)
            .check(s -> Sequences.play(s, Level.SHOULD)));
  }
}
