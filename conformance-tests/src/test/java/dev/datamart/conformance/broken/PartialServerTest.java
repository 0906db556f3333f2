package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.context.Profile;
import dev.datamart.conformance.context.Sequencing;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that has part of the API is judged in all that it has, and told once what it lacks. */
@Timeout(300)
@Tag("thorough")
class PartialServerTest {
  private static final Map<String, String> OPTIONS =
      Map.of("datasource", "acme-postgres", "table", "public.orders", "columns", "id,customer_id");

  /** What has no verdict for want of data apps, embeds, a second table or a second organization. */
  private static final Set<String> ABOUT_MORE_THAN_THREE =
      Set.of(
          "DM-DELETE-TAKES-API-KEY",
          "DM-DELETE-TAKES-ANY-API-KEY",
          "DM-CREATE-TAKES-API-KEY",
          "DM-LIST-IS-THE-SAME-FOR-ALL",
          "DM-LIST-BELONGS-TO-THE-ORGANIZATION",
          "AUTH-ROTATED-OUT-IS-REFUSED",
          "AUTH-REVOKED-IS-REFUSED",
          "AUTH-NAMES-OF-OTHERS-STAY-SECRET",
          "DM-SEQUENCES-FOLLOW-THE-MODEL",
          "DM-SEQUENCES-FOLLOW-DECISIONS",
          "DM-DELETE-LEAVES-NO-ORPHANS",
          "DM-DELETE-LEAVES-OTHER-ORGANIZATIONS",
          "DM-DELETE-REMOVES-DASHBOARD-EMBEDS",
          "DM-DELETE-REMOVES-METRIC-EMBEDS",
          "DM-DELETE-REMOVES-ALL-EMBEDS",
          "DM-DELETE-REMOVES-EMBEDS-OF-ALL-DATA-APPS",
          "DM-DELETE-BY-KEY-REMOVES-EMBEDS-OF-ALL-DATA-APPS",
          "DM-DELETE-REMOVES-EMBEDS-MOVED-TO-IT",
          "DM-DELETE-KEEPS-EMBEDS-MOVED-AWAY",
          "DM-DELETE-KEEPS-CONNECTIONS",
          "DM-DELETE-REMOVES-RENAMED-EMBEDS",
          "DM-CREATE-KEEPS-RELATIONSHIPS",
          "DM-RELATIONSHIP-WORDS-ARE-ACCEPTED",
          "DM-RELATIONSHIP-WORDS-ARE-CHECKED",
          "DM-LIST-HIDES-OTHER-ORGANIZATIONS",
          "DM-CREATE-NAME-OF-OTHERS-IS-FREE",
          "DM-CREATE-DATASOURCE-OF-OTHERS-IS-UNKNOWN");

  /** What a router that answers plain text by itself does not meet. */
  private static final Set<String> ABOUT_THE_ROUTER =
      Set.of(
          "HTTP-ANSWER-IS-JSON",
          "HTTP-ERROR-HAS-ITS-ENVELOPE",
          "HTTP-METHOD-IS-CHECKED",
          "HTTP-PATH-IS-CHECKED");

  @Test
  void three_operations_are_judged_in_all_that_concerns_them_and_nothing_is_discovered() {
    Set<Operation> asked = EnumSet.noneOf(Operation.class);
    Fault server = PartialServer.having(PartialServer.THREE);
    Run run =
        run(
            (ask, up) -> {
              ask.operation().ifPresent(asked::add);
              return server.answer(ask, up);
            },
            settings -> settings.withGiven(OPTIONS).withProfile(claiming(PartialServer.THREE)));

    assertThat(asked).isEqualTo(PartialServer.THREE);
    assertThat(ids(run, Verdict.NOT_APPLICABLE, PartialServer.THREE))
        .isEqualTo(ABOUT_MORE_THAN_THREE);
    assertThat(ids(run, Verdict.PASSED, PartialServer.THREE)).hasSizeGreaterThan(60);
    assertThat(run.with(Verdict.BLOCKED)).isEmpty();
    assertThat(run.with(Verdict.COULD_NOT_RUN)).isEmpty();
    assertThat(ABOUT_THE_ROUTER)
        .containsAll(ids(run, Verdict.VIOLATED, EnumSet.allOf(Operation.class)))
        .containsAll(ids(run, Verdict.WARNING, EnumSet.allOf(Operation.class)));
    assertThat(run.leftovers()).isEmpty();
    assertThat(unclaimed(run)).singleElement().asString().contains("listDatamarts/camel");
  }

  @Test
  void without_a_profile_what_is_not_there_is_told_once_at_its_root() {
    Run run =
        run(PartialServer.having(PartialServer.THREE), settings -> settings.withGiven(OPTIONS));

    assertThat(run.exitCode()).isEqualTo(ExitCode.VIOLATIONS);
    assertThat(run.with(Verdict.COULD_NOT_RUN)).isEmpty();
    for (Result result : run.results()) {
      boolean isThere = isOfThree(result);
      boolean isRoot = isRoot(result);
      if (!isThere) {
        assertThat(result.verdict())
            .as(result.instance().id())
            .isEqualTo(isRoot ? Verdict.VIOLATED : Verdict.BLOCKED);
        assertThat(result.findings().get(0).came()).contains("not implemented");
      } else if (isRoot) {
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
      }
    }
  }

  @Test
  void without_options_what_needs_no_datasource_is_judged_all_the_same() {
    Run run = run(PartialServer.having(PartialServer.THREE), settings -> settings);

    assertThat(run.with(Verdict.PASSED))
        .extracting(result -> result.instance().id())
        .contains(
            "DM-LIST-ANSWERS@listDatamarts/kebab",
            "DM-DELETE-UNKNOWN-IS-REFUSED@deleteDatamart/kebab",
            "DM-DELETE-NAME-MISSING-IS-REFUSED@deleteDatamart/kebab",
            "AUTH-ABSENT-IS-REFUSED@createDatamart/kebab");
    assertThat(run.with(Verdict.COULD_NOT_RUN))
        .isNotEmpty()
        .extracting(Result::reason)
        .containsOnly(
            "No datasource was found; name one with --datasource, --table and --columns.");
  }

  @Test
  void without_data_apps_a_given_key_does() {
    Fault server =
        PartialServer.without(List.of(Operation.CREATE_DATA_APP, Operation.CREATE_API_TOKEN));
    Run run =
        run(
            server,
            settings ->
                settings
                    .withTokens(new Tokens(TheMock.SERVICE_TOKEN, TheMock.API_KEY, null))
                    .withSelection(
                        settings.selection().only("*-ANSWERS", "DM-DELETE-REMOVES-DASHBOARD*")));

    assertThat(run.with(Verdict.VIOLATED))
        .extracting(result -> result.requirement().id())
        .containsOnly("DA-CREATE-ANSWERS", "AT-CREATE-ANSWERS");
    assertThat(ids(run, Verdict.PASSED, EnumSet.allOf(Operation.class)))
        .contains("EM-CREATE-ANSWERS", "DM-DELETE-REMOVES-DASHBOARD-EMBEDS");
  }

  @Test
  void without_embeds_all_else_is_judged() {
    Set<Operation> embeds =
        Arrays.stream(Operation.values())
            .filter(operation -> operation.requirement().equals("EM-" + verb(operation)))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Operation.class)));
    Run run = run(PartialServer.without(List.copyOf(embeds)), settings -> settings);

    assertThat(embeds).hasSize(5);
    assertThat(run.with(Verdict.VIOLATED))
        .extracting(Result::requirement)
        .allMatch(requirement -> requirement.id().matches("EM-\\w+-ANSWERS|HTTP-.*"));
    assertThat(run.with(Verdict.COULD_NOT_RUN)).isEmpty();
    assertThat(run.with(Verdict.BLOCKED))
        // What is shown and asked through embeds alone is blocked with them.
        .filteredOn(each -> !each.instance().operation().requirement().matches("(EM|DB|ME|QU)-.*"))
        .hasSizeLessThan(90);
  }

  @Test
  void without_a_family_the_others_are_judged_in_full() {
    Run run =
        run(
            PartialServer.having((operation, family) -> family != Family.CAMEL),
            settings -> settings);

    assertThat(run.results())
        .filteredOn(result -> result.instance().family() != Family.CAMEL)
        .filteredOn(result -> result.verdict() == Verdict.BLOCKED)
        .extracting(result -> result.instance().id())
        .isEmpty();
    assertThat(run.with(Verdict.VIOLATED))
        .filteredOn(result -> !result.requirement().id().startsWith("HTTP-"))
        .allMatch(PartialServerTest::isRoot)
        .allMatch(result -> result.instance().family() == Family.CAMEL);
  }

  private static String verb(Operation operation) {
    return operation.requirement().replaceFirst("^EM-", "");
  }

  private static boolean isRoot(Result result) {
    return result
        .requirement()
        .id()
        .equals(result.instance().operation().requirement() + "-ANSWERS");
  }

  private static boolean isOfThree(Result result) {
    return result.instance().family() == Family.KEBAB
        && PartialServer.THREE.contains(result.instance().operation());
  }

  private static List<String> unclaimed(Run run) {
    return run.with(Verdict.NOT_APPLICABLE).stream()
        .map(Result::reason)
        .filter(reason -> reason.startsWith("not claimed"))
        .distinct()
        .toList();
  }

  /** Requirements with this verdict for one of the operations, in the recommended family. */
  private static Set<String> ids(Run run, Verdict verdict, Set<Operation> operations) {
    return run.with(verdict).stream()
        .map(Result::instance)
        .filter(instance -> operations.contains(instance.operation()))
        .filter(instance -> instance.family() == Family.KEBAB)
        .map(instance -> instance.requirement().id())
        .collect(Collectors.toSet());
  }

  private static Profile claiming(Set<Operation> operations) {
    return new Profile(
        operations.stream().collect(Collectors.toMap(each -> each, each -> Set.of(Family.KEBAB))));
  }

  private static Run run(Fault fault, UnaryOperator<RunSettings> settings) {
    try (BrokenServer server = new BrokenServer(TheMock.baseUri(), fault)) {
      RunSettings plain =
          RunSettings.of(server.baseUrl(), TheMock.tokens()).withSequences(new Sequencing(1, 30));
      return new Runner(Catalogue.requirements(), settings.apply(plain), Progress.silent()).run();
    }
  }
}
