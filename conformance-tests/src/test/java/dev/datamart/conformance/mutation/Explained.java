package dev.datamart.conformance.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.datamart.conformance.mutation.SmallChange.Fate;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change that is known to survive, and why.
 *
 * @param replacement the one that is meant, or empty for every one of that code
 */
record Explained(
    String file, String line, String code, String replacement, Kind kind, String reason) {

  /** Why nothing is noticed. */
  enum Kind {
    /** The changed server answers every request as the unchanged one does. */
    EQUIVALENT,
    /** It answers otherwise where the contract leaves the answer open, or where none can ask. */
    OPEN,
    /** It breaks a rule, and the suite does not look. */
    UNNOTICED
  }

  /** All of them, from the file beside the tool's settings. */
  static List<Explained> read() throws IOException {
    List<Explained> all = new ArrayList<>();
    for (JsonNode each :
        new ObjectMapper().readTree(new File("src/test/node/mutation/survivors.json"))) {
      all.add(
          new Explained(
              each.path("file").asText(),
              each.path("line").asText(),
              each.path("code").asText(),
              each.path("replacement").asText(""),
              Kind.valueOf(each.path("kind").asText()),
              each.path("reason").asText()));
    }
    return all;
  }

  static Optional<Explained> of(SmallChange change, List<Explained> all) {
    return all.stream().filter(each -> each.explains(change)).findFirst();
  }

  boolean explains(SmallChange change) {
    return change.fate() == Fate.SURVIVED
        && file.equals(change.file())
        && line.equals(change.line())
        && (code.isEmpty() || code.equals(change.code()))
        && (replacement.isEmpty() || replacement.equals(change.replacement()));
  }
}
