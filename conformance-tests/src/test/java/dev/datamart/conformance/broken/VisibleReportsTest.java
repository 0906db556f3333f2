package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.hostile.Program;
import dev.datamart.spec.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a server sends can steer the terminal, or the page, on which it is shown. */
@Timeout(120)
class VisibleReportsTest {
  /** As a server may put it into any text that is shown. */
  private static final String SPITE =
      "\u001b]0;x\u0007\u001b[2J\r\n\t\u007f\u0085\u009b31m\u061c\u200e\u200f\u2028\u2029\u202a"
          + "\u202e\u2066\u2069\ufeff\ufffe\uffff</script>]]>&<b>";

  private static final Set<Integer> OURS = Set.of((int) '\n');

  @Test
  void no_output_shows_what_steers(@TempDir Path dir) throws Exception {
    Fault spiteful =
        (ask, up) ->
            ask.is(Operation.DELETE_DATAMART, Operation.LIST_EMBEDS)
                ? Reply.refusal(404, "C" + SPITE, "M" + SPITE).header("x-odd", "o")
                : ask.is(Operation.LIST_WORKSPACE_METRICS)
                    ? Reply.refusal(200, "C", "m").body("not JSON" + SPITE)
                    : up.send(ask);
    Program program;
    try (BrokenServer server = new BrokenServer(TheMock.baseUri(), spiteful)) {
      program =
          Program.run(
              "run",
              "--base-url",
              server.baseUrl(),
              "--service-token",
              TheMock.SERVICE_TOKEN,
              "--metric",
              "m",
              "--only",
              "DM-DELETE-UNKNOWN*,WS-METRICS-ANSWERS,EM-LIST*,HTTP-ERROR-TEXTS*",
              "--json",
              dir.resolve("r.json").toString(),
              "--junit",
              dir.resolve("r.xml").toString(),
              "--html",
              dir.resolve("r.html").toString(),
              "--badge",
              dir.resolve("r.svg").toString(),
              "--ctrf",
              dir.resolve("r.ctrf").toString(),
              "--markdown",
              dir.resolve("r.md").toString());
    }
    assertThat(program.exitCode()).isEqualTo(1);

    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("out", program.out());
    outputs.put("err", program.err());
    for (String name : new String[] {"r.json", "r.xml", "r.html", "r.svg", "r.ctrf", "r.md"}) {
      outputs.put(name, Files.readString(dir.resolve(name)));
    }
    outputs.forEach((name, text) -> assertThat(steering(text)).as(name).isEmpty());
    for (String name : new String[] {"out", "r.json", "r.xml", "r.html", "r.ctrf", "r.md"}) {
      assertThat(outputs.get(name)).as(name).containsPattern("u001b\\\\?]0;x").contains("u009b");
    }
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(dir.resolve("r.xml").toFile());
  }

  private static Set<String> steering(String text) {
    return text.codePoints()
        .filter(letter -> !OURS.contains(letter))
        .filter(
            letter ->
                Character.isISOControl(letter)
                    || Character.getType(letter) == Character.FORMAT
                    || letter == 0x2028
                    || letter == 0x2029
                    || (letter & 0xfffe) == 0xfffe)
        .mapToObj(Integer::toHexString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void what_cannot_be_checked_is_said_without_them_too() {
    try (BrokenServer server =
        new BrokenServer(
            TheMock.baseUri(), (ask, up) -> Reply.refusal(418, "C", "M").body("tea" + SPITE))) {
      Program program =
          Program.run(
              "run", "--base-url", server.baseUrl(), "--service-token", TheMock.SERVICE_TOKEN);

      assertThat(program.exitCode()).isEqualTo(3);
      assertThat(steering(program.err())).isEmpty();
      assertThat(program.err()).contains("u001b").hasLineCount(1);
    }
  }
}
