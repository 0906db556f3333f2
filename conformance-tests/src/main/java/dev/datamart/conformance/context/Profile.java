package dev.datamart.conformance.context;

import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which operations a server claims to have, in which families; the others are not asked. */
public record Profile(Map<Operation, Set<Family>> claimed) {
  public Profile {
    claimed = Map.copyOf(claimed);
  }

  /** The whole API. */
  public static Profile everything() {
    return new Profile(
        Arrays.stream(Operation.values())
            .collect(
                Collectors.toMap(
                    operation -> operation, operation -> Set.copyOf(operation.families()))));
  }

  public boolean claims(Operation operation, Family family) {
    return claimed.getOrDefault(operation, Set.of()).contains(family);
  }

  boolean claims(Operation operation) {
    return !claimed.getOrDefault(operation, Set.of()).isEmpty();
  }

  /** What is not claimed, in words: an operation, or one in a family where others have it. */
  public List<String> unclaimed() {
    List<String> words = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      if (!claims(operation)) {
        words.add(operation.id());
        continue;
      }
      operation.families().stream()
          .filter(family -> !claims(operation, family))
          .forEach(family -> words.add(operation.id() + "/" + family.word()));
    }
    return words;
  }
}
