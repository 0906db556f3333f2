package dev.datamart.conformance.mutation;

import dev.datamart.conformance.mutation.Explained.Kind;
import dev.datamart.conformance.mutation.SmallChange.Fate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How many of the changes that can be seen are noticed, file by file. */
record MutationScore(List<SmallChange> changes, List<Explained> known) {

  String table() {
    StringBuilder table =
        new StringBuilder(
            "| File | Changes | Without a start | Equivalent | Open | Visible | Noticed | Score |\n"
                + "|---|---|---|---|---|---|---|---|\n");
    Map<String, List<SmallChange>> files =
        changes.stream()
            .collect(Collectors.groupingBy(SmallChange::file, TreeMap::new, Collectors.toList()));
    files.forEach((file, some) -> table.append(row("`" + file + "`", some)));
    return table.append(row("**all**", changes)).toString();
  }

  private String row(String name, List<SmallChange> some) {
    long dead = count(some, change -> change.fate() == Fate.DEAD);
    long equivalent = count(some, change -> is(change, Kind.EQUIVALENT));
    long open = count(some, change -> is(change, Kind.OPEN));
    long visible = some.size() - dead - equivalent - open;
    long noticed = count(some, change -> change.fate() == Fate.NOTICED);
    double score = visible == 0 ? 100 : 100.0 * noticed / visible;
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %d | %.1f %% |%n",
        name,
        some.size(),
        dead,
        equivalent,
        open,
        visible,
        noticed,
        score);
  }

  private boolean is(SmallChange change, Kind kind) {
    return Explained.of(change, known).filter(each -> each.kind() == kind).isPresent();
  }

  private static long count(List<SmallChange> some, Predicate<SmallChange> which) {
    return some.stream().filter(which).count();
  }
}
