package dev.datamart.conformance.report;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What seems to be one thing wrong with a server.
 *
 * @param results that show it and nothing else; those of one requirement stand together
 */
public record Cause(List<Result> results) {
  /** Names, ids and dates, which differ from check to check. */
  private static final Pattern RANDOM = Pattern.compile("dck-[\\w-]+|[\\w:+.-]*(\\d[\\w:+.-]*){4}");

  private static final Pattern CHANGE = Pattern.compile("(.+?): (/\\S+) was .*", Pattern.DOTALL);

  public Result first() {
    return results.get(0);
  }

  Requirement requirement() {
    return first().requirement();
  }

  /** Where the requirement that shows it first does so, such as {@code deleteDatamart/kebab}. */
  List<String> places() {
    return results.stream()
        .filter(result -> result.requirement().equals(requirement()))
        .map(result -> result.instance().where())
        .toList();
  }

  /** The other requirements that show it, by id. */
  List<String> same() {
    return results.stream()
        .map(result -> result.requirement().id())
        .filter(id -> !id.equals(requirement().id()))
        .distinct()
        .toList();
  }

  /** How many show it, such as {@code 34 checks of 3 requirements}. */
  String extent() {
    return extent(results);
  }

  static String extent(List<Result> results) {
    int requirements = Result.by(Result::requirement, results).size();
    return counted(results.size(), "check")
        + (requirements > 1 ? " of " + counted(requirements, "requirement") : "");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** The results by cause, each in the order of the results. */
  public static List<Cause> of(List<Result> results) {
    Map<String, List<Result>> causes = new LinkedHashMap<>();
    Result.by(Result::requirement, results)
        .forEach(
            (requirement, own) ->
                causes
                    .computeIfAbsent(key(own, requirement.id()), key -> new ArrayList<>())
                    .addAll(own));
    return causes.values().stream().map(Cause::new).toList();
  }

  /** What all findings have in common; where they have not, or it tells too little, a key alone. */
  private static String key(List<Result> results, String alone) {
    Set<String> keys =
        results.stream()
            .flatMap(result -> result.findings().stream())
            .map(Cause::key)
            .collect(Collectors.toSet());
    String key = keys.size() == 1 ? keys.iterator().next() : "";
    return key.isEmpty() ? alone : key;
  }

  private static String key(Finding finding) {
    Set<String> strays = strays(finding);
    if (!strays.isEmpty()) {
      return String.join("; ", strays);
    }
    boolean isRefusal = finding.exchange() != null && finding.exchange().status() >= 400;
    String expected = finding.expected().replaceFirst(", since .*", "");
    return isRefusal ? plain(expected) + " / " + plain(finding.came()) : "";
  }

  /** The members that changed and should not have; none if anything appeared or went as well. */
  private static Set<String> strays(Finding finding) {
    Set<String> strays = new TreeSet<>();
    for (String part : finding.came().split("; ", -1)) {
      Matcher change = CHANGE.matcher(part);
      boolean isChange = change.matches();
      String thing = isChange ? change.group(1) : part.replaceFirst(" (is gone|appeared)$", "");
      if (finding.expected().contains(thing)) {
        continue;
      }
      if (!isChange) {
        return Set.of();
      }
      strays.add(plain(thing) + " " + change.group(2));
    }
    return strays;
  }

  /** A text without what differs from check to check. */
  static String plain(String text) {
    return RANDOM.matcher(text).replaceAll("…");
  }
}
