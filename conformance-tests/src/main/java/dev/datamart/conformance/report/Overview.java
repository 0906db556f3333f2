package dev.datamart.conformance.report;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What works, what does not, and what was not judged. */
final class Overview {

  /** What is known of an operation in one family. */
  enum State {
    FAILS("✗", "Does not work"),
    DEVIATES("✗", "Works in part"),
    UNJUDGED("?", "Not judged"),
    PARTLY_JUDGED("?", "Judged in part"),
    WORKS("✓", "Works"),
    UNASKED("–", "Not asked");

    private final String sign;
    private final String title;

    State(String sign, String title) {
      this.sign = sign;
      this.title = title;
    }

    String sign() {
      return sign;
    }

    String title() {
      return title;
    }

    String kind() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The operations in one state; where they are in several, with the families. */
  record Group(State state, List<String> names) {}

  private final Map<Operation, Map<Family, List<Result>>> places = new EnumMap<>(Operation.class);

  Overview(Run run) {
    for (Result result : run.results()) {
      places
          .computeIfAbsent(result.instance().operation(), each -> new EnumMap<>(Family.class))
          .computeIfAbsent(result.instance().family(), each -> new ArrayList<>())
          .add(result);
    }
  }

  List<Group> groups() {
    return Arrays.stream(State.values())
        .map(state -> new Group(state, names(state)))
        .filter(group -> !group.names().isEmpty())
        .toList();
  }

  private List<String> names(State state) {
    List<String> names = new ArrayList<>();
    places.forEach(
        (operation, families) -> {
          List<String> words =
              families.entrySet().stream()
                  .filter(entry -> state(entry.getValue()) == state)
                  .map(entry -> entry.getKey().word())
                  .toList();
          if (!words.isEmpty()) {
            boolean isAll = words.size() == families.size();
            names.add(operation.id() + (isAll ? "" : " (" + String.join(", ", words) + ")"));
          }
        });
    return names;
  }

  /** The checks of an operation in a family; none where it was not asked about. */
  List<Result> at(Operation operation, Family family) {
    return places.getOrDefault(operation, Map.of()).getOrDefault(family, List.of());
  }

  /** A violation outweighs what was not judged, and that what passed. */
  static State state(List<Result> results) {
    List<Result> violated = results.stream().filter(each -> each.verdict().isRed()).toList();
    if (violated.stream().anyMatch(Overview::isRoot)) {
      return State.FAILS;
    }
    if (!violated.isEmpty() || count(results, Verdict.KNOWN) > 0) {
      return State.DEVIATES;
    }
    boolean isSeen = count(results, Verdict.PASSED, Verdict.WARNING) > 0;
    if (count(results, Verdict.BLOCKED, Verdict.COULD_NOT_RUN) > 0) {
      return isSeen ? State.PARTLY_JUDGED : State.UNJUDGED;
    }
    return isSeen ? State.WORKS : State.UNASKED;
  }

  /** Whether the check asks no more than that the operation answers at all. */
  private static boolean isRoot(Result result) {
    return result.requirement().id().equals(Contract.root(result.instance().operation()));
  }

  /** What is said of the checks of one operation in one family. */
  static String words(List<Result> results) {
    String words =
        List.of(
                absence(results)
                    .orElseGet(
                        () ->
                            told(
                                results,
                                "violated",
                                Verdict.VIOLATED,
                                Verdict.UNEXPECTEDLY_PASSED)),
                told(results, "known", Verdict.KNOWN),
                told(results, "not judged", Verdict.BLOCKED, Verdict.COULD_NOT_RUN),
                told(results, "warned", Verdict.WARNING),
                told(results, "passed", Verdict.PASSED))
            .stream()
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "not applicable" : words;
  }

  /** What is to be said of an operation that is not there, which is its one violation. */
  private static Optional<String> absence(List<Result> results) {
    return results.stream()
        .filter(Result::isOfAbsence)
        .filter(Overview::isRoot)
        .filter(result -> result.verdict() == Verdict.VIOLATED)
        .map(result -> result.findings().get(0).came().replaceFirst(":.*", ""))
        .findFirst();
  }

  private static String told(List<Result> results, String word, Verdict... verdicts) {
    int count = count(results, verdicts);
    return count == 0 ? "" : count + " " + word;
  }

  static int count(List<Result> results, Verdict... verdicts) {
    List<Verdict> wanted = Arrays.asList(verdicts);
    return (int) results.stream().filter(result -> wanted.contains(result.verdict())).count();
  }
}
