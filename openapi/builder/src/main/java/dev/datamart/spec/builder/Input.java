package dev.datamart.spec.builder;

import java.util.Set;

/**
 * What an operation takes, as far as rules depend on it.
 *
 * @param parameters names of its query parameters
 * @param filters names of those that are optional
 * @param members names of the members of its body
 * @param isRequired whether anything in it is required
 */
record Input(Set<String> parameters, Set<String> filters, Set<String> members, boolean isRequired) {

  private static final Set<String> PAGE = Set.of("isPagination", "pageNumber");

  /** In a query nothing that {@code expandDetails} says is wrong. */
  private static final Set<String> PAGE_OF_QUERY =
      Set.of("isPagination", "pageNumber", "expandDetails");

  /** Returns whether a value can be wrong that is not about pages. */
  boolean hasMoreThanThePage() {
    return !PAGE.containsAll(members) || !PAGE_OF_QUERY.containsAll(filters);
  }

  boolean hasPages() {
    return parameters.contains("isPagination") || members.contains("isPagination");
  }
}
