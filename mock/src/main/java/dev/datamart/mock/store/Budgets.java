package dev.datamart.mock.store;

import dev.datamart.mock.memory.ByteBudget;
import dev.datamart.mock.memory.FairBudget;

/**
 * What may be held beside the organizations as they are now.
 *
 * @param versions what earlier versions hold on to
 * @param answers answers that are kept while a state stays as it is
 * @param deadTokens tokens that open nothing any more, and are still not to be shown
 */
public record Budgets(FairBudget versions, FairBudget answers, ByteBudget deadTokens) {

  private static final int VERSIONS_PARTS = 12;
  private static final int ANSWERS_PARTS = 24;
  private static final int DEAD_TOKENS_PARTS = 128;

  static Budgets ofHeap() {
    return new Budgets(
        new FairBudget(ByteBudget.ofHeap(VERSIONS_PARTS)),
        new FairBudget(ByteBudget.ofHeap(ANSWERS_PARTS)),
        ByteBudget.ofHeap(DEAD_TOKENS_PARTS));
  }
}
