package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.context.Sequencing;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Selection;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.conformance.wire.RequestPacing;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.mock.MockServer;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** On servers that are right in another way the suite stays silent. */
@Timeout(300)
@Tag("thorough")
class OtherServersTest {
  private static final int TIMES = Integer.getInteger("conformance.times", 1);

  private static final Set<Verdict> HARMLESS =
      Set.of(Verdict.PASSED, Verdict.WARNING, Verdict.NOT_APPLICABLE);

  /** Each is right in its own way in every family, of which each run takes the next. */
  static Stream<Arguments> servers() {
    List<String> names = List.copyOf(OtherServers.all().keySet());
    Family[] families = Family.values();
    return IntStream.range(0, TIMES * names.size())
        .mapToObj(
            run -> {
              int place = run % names.size();
              Family family = families[(place + run / names.size()) % families.length];
              return Arguments.of(names.get(place), family);
            });
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_different_but_right_server_raises_no_alarm(String name, Family family) {
    try (BrokenServer server =
        new BrokenServer(TheMock.baseUri(), OtherServers.all().get(name).get())) {
      isRight(server.baseUrl(), Set.of(family), catalogue(name));
    }
  }

  @Test
  void a_server_with_much_on_it_raises_no_alarm() throws Exception {
    try (MockServer crowded = MockServer.start(MockOptions.defaults().withPort(0))) {
      String baseUrl = crowded.baseUri().toString();
      Wire wire = new Wire(baseUrl, RequestPacing.atMost(0));
      Call app = Call.of(Operation.CREATE_DATA_APP, Family.KEBAB).as(TheMock.SERVICE_TOKEN);
      Call datamart =
          Call.of(Operation.CREATE_DATAMART, Family.KEBAB)
              .as(TheMock.SERVICE_TOKEN)
              .with("datasourceName", "acme-postgres")
              .with("tableList", Json.array(new Table("public", "orders", List.of("id")).entry()));
      for (int i = 0; i < 40; i++) {
        assertThat(wire.send(app.with("name", "crowd-" + i)).status()).isEqualTo(200);
        assertThat(wire.send(datamart.with("name", "crowd-" + i)).status()).isEqualTo(200);
      }

      isRight(baseUrl, Set.of(Family.values()), Catalogue.requirements());
    }
  }

  private static void isRight(String baseUrl, Set<Family> families, List<Requirement> catalogue) {
    RunSettings settings =
        RunSettings.of(baseUrl, TheMock.tokens())
            .withSequences(new Sequencing(1, 30))
            .withSelection(new Selection(List.of(), families, Set.of(Operation.values())));

    Run run = new Runner(catalogue, settings, Progress.silent()).run();

    assertThat(run.results())
        .filteredOn(result -> !HARMLESS.contains(result.verdict()))
        .extracting(result -> result.instance().id() + " " + words(result))
        .isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.CONFORMS);
  }

  /** One requirement of four, so that a build does not take long; all when they are repeated. */
  private static List<Requirement> catalogue(String name) {
    List<Requirement> all = Catalogue.requirements();
    int place = List.copyOf(OtherServers.all().keySet()).indexOf(name);
    return TIMES > 1
        ? all
        : IntStream.range(0, all.size())
            .filter(i -> (i + place / Family.values().length) % 4 == 0)
            .mapToObj(all::get)
            .toList();
  }

  private static String words(Result result) {
    return result.findings().stream()
        .map(finding -> "expected " + finding.expected() + ", came " + finding.came())
        .findFirst()
        .orElse(result.reason());
  }
}
