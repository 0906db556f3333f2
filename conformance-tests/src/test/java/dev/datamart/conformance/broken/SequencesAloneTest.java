package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.context.Sequencing;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Selection;
import dev.datamart.conformance.run.Unusable;
import dev.datamart.conformance.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How many of the broken servers random sequences find when no other check runs: {@code
 * -Dconformance.alone=1} takes them all and tells those that got away, 10 one in ten.
 */
@Timeout(6000)
@EnabledIfSystemProperty(named = "conformance.alone", matches = "\\d+")
class SequencesAloneTest {
  private static final int ONE_IN = Integer.getInteger("conformance.alone", 1);
  private static final int FROM = Integer.getInteger("conformance.alone.from", 0);
  private static final double AT_LEAST = 0.8;
  private static final Sequencing FEW = new Sequencing(8, 100);

  /** For those that got away. */
  private static final Sequencing MANY = new Sequencing(12, 150);

  @Test
  void sequences_alone_find_most_broken_servers(TestReporter reporter) {
    List<Mutant> mutants = MutantsTest.mutants().toList();
    List<String> missed = new ArrayList<>();
    int tried = 0;
    for (int i = FROM; i < mutants.size(); i += ONE_IN) {
      tried++;
      if (!isFound(mutants.get(i), FEW) && !isFound(mutants.get(i), MANY)) {
        missed.add(mutants.get(i).name());
      }
    }
    double share = 1 - missed.size() / (double) tried;
    reporter.publishEntry(
        "found by sequences alone",
        "%d of %d, not: %s".formatted(tried - missed.size(), tried, String.join("; ", missed)));
    assertThat(share).as("not found: %s", missed).isGreaterThan(AT_LEAST);
  }

  private static boolean isFound(Mutant mutant, Sequencing sequencing) {
    try (BrokenServer server = new BrokenServer(TheMock.baseUri(), mutant.fault().get())) {
      RunSettings settings =
          RunSettings.of(server.baseUrl(), TheMock.tokens())
              .withSequences(sequencing)
              .withSelection(
                  Selection.everything()
                      .only(
                          "DM-SEQUENCES-FOLLOW-THE-MODEL@deleteDatamart/kebab",
                          "DM-SEQUENCES-FOLLOW-DECISIONS@deleteDatamart/kebab"));
      Run run = new Runner(Catalogue.requirements(), settings, Progress.silent()).run();
      return !run.with(Verdict.VIOLATED).isEmpty() || !run.with(Verdict.WARNING).isEmpty();
    } catch (Unusable found) {
      return true;
    }
  }
}
