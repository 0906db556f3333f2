package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.conformance.checks.crosscutting.PagingChecks.SIZE;
import static dev.datamart.conformance.checks.crosscutting.PagingChecks.UNSORTED;
import static dev.datamart.conformance.checks.crosscutting.PagingChecks.pages;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Burst;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Pages of lists that the whole organization shares, so that nothing else may run beside. */
public final class SharedPagingChecks {
  /** Last digits of a count at which a page begins, ends or is full. */
  private static final Set<Integer> TELLING = Set.of(9, 0, 1);

  private static final int A_FEW = 4;

  private SharedPagingChecks() {}

  public static List<Requirement> all() {
    return List.of(
        docs("PAGE-DATAMARTS-HOLD-TEN", "Pages of datamarts hold ten each and lose nothing.")
            .on(Operation.LIST_DATAMARTS)
            .trait(Trait.ALONE)
            .hint("Page n is items 10n-9 to 10n of one stable order; the last holds the rest.")
            .check(s -> datamarts(s, false)),
        decided("PAGE-DATAMARTS-KEEP-ORDER", "Pages joined are the whole list, in creation order.")
            .on(Operation.LIST_DATAMARTS)
            .trait(Trait.ALONE)
            .check(s -> datamarts(s, true)),
        docs("PAGE-DATA-APPS-HOLD-TEN", "Pages of data apps hold ten each and lose nothing.")
            .on(Operation.LIST_DATA_APPS)
            .trait(Trait.ALONE)
            .hint("Asked with more than ten data apps.")
            .check(SharedPagingChecks::dataApps),
        decided("PAGE-DATA-APPS-KEEP-ORDER", "Pages joined are the whole list, in creation order.")
            .on(Operation.LIST_DATA_APPS)
            .trait(Trait.ALONE)
            .check(SharedPagingChecks::dataAppsInOrder),
        docs("PAGE-LISTS-HOLD-TEN", "Pages of the other lists hold ten each and lose nothing.")
            .on(
                Operation.LIST_DATA_APPS,
                Operation.LIST_DATASOURCES,
                Operation.LIST_WORKSPACES,
                Operation.LIST_WORKSPACE_DASHBOARDS,
                Operation.LIST_WORKSPACE_METRICS)
            .trait(Trait.ALONE, Trait.READS_ONLY)
            .hint("Every list has the same pages: ten items, counted from 1, cut after filtering.")
            .check(SharedPagingChecks::whatIsThere));
  }

  private static void datamarts(CheckContext s, boolean order) {
    Call list = s.call(Operation.LIST_DATAMARTS, "expandDetails", false);
    int count = s.listed().items(list, "name").size();
    pages(s, list, order);
    String base = s.unused();
    List<String> made = new ArrayList<>();
    for (int stop = 0; stop < TELLING.size(); stop++) {
      List<String> names = new ArrayList<>();
      do {
        names.add(base + UNSORTED.charAt(made.size() + names.size()));
        count++;
      } while (!TELLING.contains(count % SIZE));
      made.addAll(
          order
              ? names.stream().map(name -> s.given().datamart(name)).toList()
              : Burst.sideBySide(names.stream().map(name -> datamart(s, name)).toList()));
      List<String> mine = new ArrayList<>(pages(s, list, order));
      mine.retainAll(made);
      s.demand(
          order ? mine.equals(made) : mine.size() == made.size() && mine.containsAll(made),
          (order ? "the whole list has, in the order of their making, " : "the whole list has ")
              + made,
          "it has " + mine);
    }
  }

  private static void dataApps(CheckContext s) {
    int lacking = Math.max(0, SIZE + 1 - s.listed().items(s.accepted(), "name").size());
    Callable<String> maker = () -> s.given().a(DataApps.NOUN);
    List<String> made = Burst.sideBySide(Collections.nCopies(lacking, maker));
    List<String> whole = pages(s, s.accepted(), false);
    s.demand(whole.containsAll(made), "the whole list has " + made, "it has " + whole);
  }

  private static void dataAppsInOrder(CheckContext s) {
    String base = s.unused();
    List<String> made = new ArrayList<>();
    for (char end : UNSORTED.substring(0, A_FEW).toCharArray()) {
      made.add(base + end);
      s.require(s.send(Operation.CREATE_DATA_APP, "name", base + end));
    }
    List<String> mine = new ArrayList<>(pages(s, s.accepted(), true));
    mine.retainAll(made);
    s.demand(
        mine.equals(made),
        "the whole list has, in the order of their making, " + made,
        "it has " + mine);
  }

  private static Callable<String> datamart(CheckContext s, String name) {
    return () -> s.given().datamart(name);
  }

  /** A single page proves little, but may still be wrong. */
  private static void whatIsThere(CheckContext s) {
    int size = pages(s, s.accepted(), false).size();
    if (size <= SIZE) {
      throw new NotApplicable("the list has only " + size + (size == 1 ? " item" : " items"));
    }
  }
}
