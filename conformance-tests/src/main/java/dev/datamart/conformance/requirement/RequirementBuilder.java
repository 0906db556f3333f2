package dev.datamart.conformance.requirement;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.contract.Level;
import dev.datamart.spec.Evidence;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says a requirement, step by step, and ends with its check. */
public final class RequirementBuilder {
  private final Evidence evidence;
  private final String id;
  private final String sentence;
  private Level level;
  private final List<Operation> subjects = new ArrayList<>();
  private Set<Family> families = EnumSet.allOf(Family.class);
  private final Set<Operation> covers = new LinkedHashSet<>();
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final List<String> hints = new ArrayList<>();
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

  private @Nullable Watch watch;

  private RequirementBuilder(Evidence evidence, String id, String sentence) {
    this.evidence = evidence;
    this.level = Contract.level(evidence);
    this.id = id;
    this.sentence = sentence;
  }

  public static RequirementBuilder seed(String id, String sentence) {
    return new RequirementBuilder(Evidence.SEED, id, sentence);
  }

  public static RequirementBuilder docs(String id, String sentence) {
    return new RequirementBuilder(Evidence.DOCS, id, sentence);
  }

  public static RequirementBuilder client(String id, String sentence) {
    return new RequirementBuilder(Evidence.CLIENT, id, sentence);
  }

  public static RequirementBuilder decided(String id, String sentence) {
    return new RequirementBuilder(Evidence.DECIDED, id, sentence);
  }

  /** Only a warning, although it is documented. */
  public RequirementBuilder should() {
    level = Level.SHOULD;
    return this;
  }

  public RequirementBuilder on(Operation... operations) {
    subjects.addAll(List.of(operations));
    return this;
  }

  public RequirementBuilder on(List<Operation> operations) {
    subjects.addAll(operations);
    return this;
  }

  /** Runs in these families only. */
  public RequirementBuilder only(Family... some) {
    families = EnumSet.copyOf(List.of(some));
    return this;
  }

  public RequirementBuilder covers(Operation... operations) {
    covers.addAll(List.of(operations));
    return this;
  }

  public RequirementBuilder problems(Problem... some) {
    problems.addAll(List.of(some));
    return this;
  }

  public RequirementBuilder hint(String sentence) {
    hints.add(sentence);
    return this;
  }

  public RequirementBuilder trait(Trait... some) {
    traits.addAll(List.of(some));
    return this;
  }

  /** Is violated by any exchange of the run that the watch objects to. */
  public RequirementBuilder watch(Watch everything) {
    watch = everything;
    return this;
  }

  /** The finished requirement. */
  public Requirement check(Check check) {
    return new Requirement(
        id, level, evidence, sentence, source(), subjects, families, covers, problems, hints,
        traits, watch, check);
  }

  private String source() {
    return switch (evidence) {
      case SEED -> "vendor documentation, page \"Delete datamart\"";
      case DOCS -> "vendor documentation, page " + pages();
      case CLIENT -> "the vendor's published clients";
      case DECIDED -> "decided by this contract; nothing is documented";
    };
  }

  private String pages() {
    return subjects.size() == 1
        ? "\"" + words(subjects.get(0).id()) + "\""
        : "of each operation concerned";
  }

  private static String words(String id) {
    String spaced = id.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }
}
