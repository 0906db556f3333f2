package dev.datamart.conformance.requirement;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.contract.Level;
import dev.datamart.conformance.requirement.Requirement.Check;
import dev.datamart.conformance.requirement.Requirement.Watch;
import dev.datamart.spec.Evidence;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says a requirement, step by step, and ends with its check. It is about the operation with whose
 * words its id begins and those that are named; when there are none, about every operation.
 */
public final class RequirementBuilder {
  /** Completes a requirement that is like others: what it demands, where to look, the check. */
  @FunctionalInterface
  public interface Template {
    Requirement complete(RequirementBuilder rule);
  }

  /** The operation whose page the contract began with. */
  private static final Operation SEED = Operation.DELETE_DATAMART;

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
    on(operation -> id.startsWith(operation.requirement() + "-"));
  }

  /** A rule of the page that the contract began with. */
  public static RequirementBuilder seed(String id, String sentence) {
    return new RequirementBuilder(Evidence.SEED, id, sentence);
  }

  /** A rule of the vendor's other pages. */
  public static RequirementBuilder docs(String id, String sentence) {
    return new RequirementBuilder(Evidence.DOCS, id, sentence);
  }

  /** A rule that the vendor's published clients rely on. */
  public static RequirementBuilder client(String id, String sentence) {
    return new RequirementBuilder(Evidence.CLIENT, id, sentence);
  }

  /** A rule of this contract's own. */
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

  /** The operations that it is about, as far as they are said. */
  public List<Operation> subjects() {
    return subjects.isEmpty() ? List.of(Operation.values()) : List.copyOf(subjects);
  }

  /** On every operation of this kind. */
  public RequirementBuilder on(Predicate<Operation> kind) {
    Arrays.stream(Operation.values()).filter(kind).forEach(subjects::add);
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

  /** What an implementer looks at when the requirement is violated. */
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

  /** The finished requirement, as others like it. */
  public Requirement as(Template template) {
    return template.complete(this);
  }

  /** The finished requirement. */
  public Requirement check(Check check) {
    return new Requirement(
        id,
        level,
        evidence,
        sentence,
        source(),
        subjects(),
        families,
        covers,
        problems,
        hints,
        traits,
        watch,
        check);
  }

  private String source() {
    String pages = pages(subjects(), families);
    return switch (evidence) {
      case SEED -> "vendor documentation, " + pages(List.of(SEED), EnumSet.of(Family.KEBAB));
      case DOCS -> "vendor documentation, " + pages;
      case CLIENT -> "the vendor's published clients (" + pages + ")";
      case DECIDED -> "decided by this contract; nothing is documented (" + pages + ")";
    };
  }

  /** The pages on which operations were read, each once, in the order of the document. */
  private static String pages(List<Operation> operations, Set<Family> families) {
    List<String> pages =
        operations.stream()
            .sorted()
            .flatMap(each -> each.families().stream().filter(families::contains).map(each::source))
            .distinct()
            .map(page -> '"' + page + '"')
            .toList();
    return (pages.size() == 1 ? "page " : "pages ") + String.join(", ", pages);
  }
}
