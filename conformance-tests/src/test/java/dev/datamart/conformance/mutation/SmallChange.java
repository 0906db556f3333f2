package dev.datamart.conformance.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One change that was made to the second implementation, and what became of it.
 *
 * @param line the source line in which it begins, without blanks around: lines are counted anew
 *     with every edit, their text stays
 * @param code what was replaced, or the part of it in that line
 * @param said by the judge, or empty
 */
record SmallChange(
    String file, String line, String code, String replacement, Fate fate, String said) {

  /** What became of it. */
  enum Fate {
    /** The suite has found something wrong. */
    NOTICED,
    /** The server does not even start, so that there was nothing to judge. */
    DEAD,
    /** The suite has found nothing. */
    SURVIVED
  }

  /** All that Stryker tried, from its report. */
  static List<SmallChange> of(JsonNode report) {
    List<SmallChange> all = new ArrayList<>();
    report
        .path("files")
        .properties()
        .forEach(
            file -> {
              List<String> lines = file.getValue().path("source").asText().lines().toList();
              for (JsonNode mutant : file.getValue().path("mutants")) {
                if (!mutant.path("status").asText().equals("Ignored")) {
                  all.add(of(Path.of(file.getKey()).getFileName().toString(), lines, mutant));
                }
              }
            });
    return all;
  }

  private static SmallChange of(String file, List<String> lines, JsonNode mutant) {
    JsonNode start = mutant.at("/location/start");
    JsonNode end = mutant.at("/location/end");
    String line = lines.get(start.path("line").asInt() - 1);
    boolean oneLine = start.path("line").equals(end.path("line"));
    int to = oneLine ? end.path("column").asInt() - 1 : line.length();
    String said = mutant.path("statusReason").asText("").strip();
    return new SmallChange(
        file,
        line.strip(),
        line.substring(start.path("column").asInt() - 1, to),
        mutant.path("replacement").asText(),
        fate(mutant.path("status").asText(), said),
        said);
  }

  /** A judge that failed has judged nothing: then no number may come out. */
  private static Fate fate(String status, String said) {
    boolean judged =
        said.matches("(?s)(violated|warning|blocked|could not run|unusable|no start): .*");
    return switch (status) {
      case "Survived" -> Fate.SURVIVED;
      case "Killed" -> {
        if (!judged) {
          throw new IllegalStateException("The judge did not answer: " + said);
        }
        yield said.startsWith("no start") ? Fate.DEAD : Fate.NOTICED;
      }
      default -> throw new IllegalStateException("A mutant was not judged: " + status);
    };
  }

  @Override
  public String toString() {
    return "%s: %s%n    %s  =>  %s".formatted(file, line, code, replacement);
  }
}
