package dev.datamart.mock.store;

import dev.datamart.mock.memory.ByteBudget;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tokens that led to an organization once, so that they can still be told from other words; the
 * oldest are forgotten first.
 */
final class DeadTokens {

  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** What an entry takes beside its characters. */
  private static final int ENTRY_BYTES = 120;

  private final ByteBudget budget;
  private final Set<String> tokens = new LinkedHashSet<>();

  /** Those that are no UUIDs: few, and to be looked for within words. */
  private final Set<String> odd = new LinkedHashSet<>();

  DeadTokens(ByteBudget budget) {
    this.budget = budget;
  }

  synchronized void remember(String token) {
    if (tokens.add(token)) {
      budget.add(bytes(token));
      if (!UUID.matcher(token).matches()) {
        odd.add(token);
      }
    }
    for (Iterator<String> i = tokens.iterator(); budget.isExceeded() && i.hasNext(); ) {
      String oldest = i.next();
      budget.add(-bytes(oldest));
      odd.remove(oldest);
      i.remove();
    }
  }

  synchronized boolean has(String token) {
    return tokens.contains(token);
  }

  synchronized List<String> odd() {
    return List.copyOf(odd);
  }

  private static long bytes(String token) {
    return ENTRY_BYTES + 2L * token.length();
  }
}
