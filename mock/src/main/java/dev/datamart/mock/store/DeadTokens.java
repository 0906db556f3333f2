package dev.datamart.mock.store;

import dev.datamart.mock.memory.ByteBudget;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tokens that led to an organization once, so that they can still be told from other words; the
 * oldest are forgotten first.
 */
final class DeadTokens {

  /** What an entry takes beside its characters. */
  private static final int ENTRY_BYTES = 120;

  private final ByteBudget budget;
  private final Set<String> tokens = new LinkedHashSet<>();

  DeadTokens(ByteBudget budget) {
    this.budget = budget;
  }

  synchronized void remember(String token) {
    if (tokens.add(token)) {
      budget.add(bytes(token));
    }
    for (Iterator<String> i = tokens.iterator(); budget.isExceeded() && i.hasNext(); ) {
      budget.add(-bytes(i.next()));
      i.remove();
    }
  }

  synchronized boolean has(String token) {
    return tokens.contains(token);
  }

  synchronized List<String> all() {
    return List.copyOf(tokens);
  }

  private static long bytes(String token) {
    return ENTRY_BYTES + 2L * token.length();
  }
}
