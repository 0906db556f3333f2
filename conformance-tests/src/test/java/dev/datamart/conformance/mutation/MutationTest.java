package dev.datamart.conformance.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.Golden;
import dev.datamart.conformance.OtherImplementation;
import dev.datamart.conformance.mutation.SmallChange.Fate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small changes to the second implementation, made by a tool and not by whoever wrote the checks,
 * are noticed by the suite, or it is said why not. {@code -Dmutation.seed} takes another sample,
 * {@code -Dmutation=all} tries all of them and publishes the number.
 */
@EnabledIf(value = "thereIsNodeOrMustBe", disabledReason = "Node is not installed.")
@Tag("thorough")
class MutationTest {
  private static final long SEED = Long.getLong("mutation.seed", 1);
  private static final int SAMPLED_LINES = 2;

  static boolean thereIsNodeOrMustBe() {
    return OtherImplementation.isNodeThere() || "true".equals(System.getenv("CI"));
  }

  @Test
  @Timeout(300)
  void a_sample_of_small_changes_is_noticed(@TempDir Path folder) throws Exception {
    List<String> sample = new Paragraphs(Stryker.SOURCES).sample(SEED, SAMPLED_LINES);
    System.out.printf("Mutation sample of seed %d: %s%n", SEED, sample);

    List<SmallChange> changes = Stryker.run(folder, sample);

    assertThat(changes).isNotEmpty();
    assertThat(unexplained(changes)).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "mutation", matches = "all")
  void all_small_changes_are_noticed_or_explained() throws Exception {
    Path folder = Files.createDirectories(Path.of("target/mutation"));

    List<SmallChange> changes = Stryker.run(folder, List.of());

    String table = new MutationScore(changes, Explained.read()).table();
    System.out.println(table);
    Golden.section(Path.of("README.md"), "small changes", table);
    assertThat(unexplained(changes)).isEmpty();
    assertThat(Explained.read())
        .as("explained, and noticed after all")
        .allSatisfy(each -> assertThat(changes).anyMatch(each::explains));
  }

  private static List<SmallChange> unexplained(List<SmallChange> changes) throws Exception {
    List<Explained> known = Explained.read();
    return changes.stream()
        .filter(change -> change.fate() == Fate.SURVIVED)
        .filter(change -> Explained.of(change, known).isEmpty())
        .toList();
  }
}
