package dev.datamart.spec;

import static java.util.Collections.unmodifiableSet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One operation in one family.
 *
 * @param family the family that spells it so
 * @param id its operationId, such as {@code deleteDatamartLegacy}
 * @param method HTTP method in capitals
 * @param path path from the origin, such as {@code /api/v2/data-app/embeds}
 * @param source page of the vendor's documentation on which it was read
 * @param parameters names of its query parameters, in the order of the document
 * @param requiredParameters those without which it refuses to work
 * @param problems situations in which it refuses, in order of precedence
 * @param request its JSON body; null when it takes none
 * @param isBodyRequired whether it refuses to work without a body
 */
public record Spelling(
    Family family,
    String id,
    String method,
    String path,
    String source,
    Set<String> parameters,
    Set<String> requiredParameters,
    List<Problem> problems,
    @Nullable Schema request,
    boolean isBodyRequired) {

  public Spelling {
    parameters = unmodifiableSet(new LinkedHashSet<>(parameters));
    requiredParameters = unmodifiableSet(new LinkedHashSet<>(requiredParameters));
    problems = List.copyOf(problems);
  }

  /** Returns those names in this order, which {@code Set.of} would not keep. */
  static Set<String> names(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }

  /** Returns the statuses of its answers: that of success and those of its refusals. */
  public SortedSet<Integer> statuses() {
    SortedSet<Integer> statuses = new TreeSet<>(Set.of(200));
    problems.forEach(problem -> statuses.add(problem.status()));
    return statuses;
  }
}
