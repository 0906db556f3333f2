package dev.datamart.spec.builder;

import java.util.Set;

/**
 * What an operation takes, as far as rules depend on it.
 *
 * @param parameters names of its query parameters
 * @param members names of the members of its body
 * @param isRequired whether any of them is required
 */
record Input(Set<String> parameters, Set<String> members, boolean isRequired) {

  private static final Set<String> PAGE = Set.of("isPagination", "pageNumber", "expandDetails");

  boolean hasMoreThanThePage() {
    return !PAGE.containsAll(members);
  }

  boolean hasPages() {
    return parameters.contains("isPagination") || members.contains("isPagination");
  }
}
