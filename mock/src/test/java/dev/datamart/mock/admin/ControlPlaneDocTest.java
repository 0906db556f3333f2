package dev.datamart.mock.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fault.FaultPreset;
import dev.datamart.mock.fixture.CurlCommand;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.journal.ExchangeFilter;
import dev.datamart.mock.world.MockOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page about the control plane, held against the control plane. */
@Timeout(60)
class ControlPlaneDocTest {

  private static final String SHOWN_ADDRESS = "http://127.0.0.1:8080";
  private static final String PAGE = read();

  /** A command of the page and what the page says that it prints. */
  private record Step(String command, String expected) {}

  @ParameterizedTest
  @CsvSource({"console,", "console token,open-sesame"})
  void every_command_prints_what_the_page_says(String blocks, String adminToken) {
    List<Step> steps = steps(blocks);
    Map<String, String> variables = new HashMap<>();
    Map<String, String> files = new HashMap<>();

    try (TestMock mock = TestMock.start(MockOptions.defaults().withAdminToken(adminToken))) {
      for (Step step : steps) {
        if (step.command().startsWith("export ")) {
          String[] variable = step.command().substring("export ".length()).split("=", 2);
          variables.put(variable[0], variable[1]);
          continue;
        }
        variables.put("MOCK", mock.baseUri().toString());
        String printed =
            CurlCommand.run(step.command(), variables, files)
                .replace(mock.baseUri().toString(), SHOWN_ADDRESS);
        assertThat(printed.strip()).as(step.command()).matches(pattern(step.expected()));
      }
    }

    assertThat(steps).isNotEmpty();
  }

  @Test
  void every_address_is_in_the_table_and_no_other() {
    List<String> served = new ArrayList<>();
    try (TestMock mock = TestMock.start()) {
      for (AdminRoute route : AdminRoute.all(mock.server().handle())) {
        served.add(route.method() + " " + route.path().replaceAll(" : [^}]+}", "}"));
      }
    }

    List<String> shown =
        Pattern.compile("^\\| (GET|POST|PUT|DELETE) \\| `([^`]+)` \\|", Pattern.MULTILINE)
            .matcher(PAGE)
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();

    assertThat(shown).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void every_effect_and_every_member_is_explained() {
    List<String> names = new ArrayList<>(List.of(FaultPreset.names().split(", ")));
    for (Class<?> type : List.of(FaultJson.class, ExchangeFilter.class)) {
      Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
    }
    List<String> rows = PAGE.lines().filter(line -> line.startsWith("|")).toList();
    String tables = String.join("\n", rows) + "`effect`";

    assertThat(names).allSatisfy(name -> assertThat(tables).contains("`" + name + "`"));
  }

  private static List<Step> steps(String kind) {
    List<Step> steps = new ArrayList<>();
    Pattern.compile("^```" + kind + "\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(PAGE)
        .results()
        .flatMap(block -> block.group(1).lines())
        .forEach(line -> add(line, steps));
    return steps;
  }

  private static void add(String line, List<Step> steps) {
    if (line.startsWith("$ ")) {
      steps.add(new Step(line.substring(2), ""));
    } else {
      Step last = steps.remove(steps.size() - 1);
      steps.add(new Step(last.command(), last.expected() + line + "\n"));
    }
  }

  /** An ellipsis on a line of its own stands for any lines, within a line for anything in it. */
  private static Pattern pattern(String expected) {
    String lines =
        expected
            .strip()
            .lines()
            .map(line -> line.equals("…") ? "(?s:.*)" : inLine(line))
            .collect(Collectors.joining("\n"));
    return Pattern.compile(lines.replace("\n(?s:.*)", "(?s:.*)").replace("(?s:.*)\n", "(?s:.*)"));
  }

  private static String inLine(String line) {
    return Arrays.stream(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
  }

  private static String read() {
    try {
      return Files.readString(Path.of("..", "docs", "control-plane.md"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
