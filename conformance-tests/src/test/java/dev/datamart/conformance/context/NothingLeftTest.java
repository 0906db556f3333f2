package dev.datamart.conformance.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Role;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Selection;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.RequestPacing;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.mock.MockServer;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is made is remembered and taken away again, as the server's own lists tell. */
@Timeout(120)
class NothingLeftTest {
  private static final Tokens SERVICE = new Tokens(TheMock.SERVICE_TOKEN, null, null);
  private static final Tokens KEY_ALONE = new Tokens(null, TheMock.API_KEY, null);

  /** What is known to be there. */
  private record Known(
      String datasource,
      List<Table> tables,
      String workspace,
      List<String> dashboards,
      List<String> metrics)
      implements TargetFixtures {}

  private static final TargetFixtures SEED =
      new Known(
          "acme-postgres",
          List.of(new Table("", "orders", List.of("id"))),
          "Sales Workspace",
          List.of("sales-overview"),
          List.of("monthly-revenue"));

  private static MockServer server;
  private static Wire wire;

  @BeforeAll
  static void start() throws Exception {
    server = MockServer.start(MockOptions.defaults().withPort(0));
    wire = new Wire(server.baseUri().toString(), RequestPacing.atMost(0));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Operation> creates() {
    return Arrays.stream(Operation.values())
        .filter(operation -> Nouns.role(operation).verb() == Verb.CREATE);
  }

  static Stream<Operation> changes() {
    return Arrays.stream(Operation.values()).filter(Operation::isChange);
  }

  /** An API key alone does not tell the name of its data app, which guest tokens need. */
  static Stream<Operation> changesByKey() {
    return changes()
        .filter(operation -> !Nouns.role(operation).noun().isAdministered())
        .filter(operation -> operation != Operation.CREATE_GUEST_TOKEN);
  }

  @ParameterizedTest
  @MethodSource("creates")
  void what_is_made_is_remembered_until_it_is_deleted(Operation create) {
    Noun noun = Nouns.role(create).noun();
    RunContext run = run(SERVICE);
    CheckSlot slot = new CheckSlot(run, 0);
    CreatedThings things = new CreatedThings(exchange -> {});
    try (CheckContext context = new CheckContext(slot, create, Family.KEBAB)) {
      Exchange made = context.require(context.send(context.accepted()));

      things.note(made);

      assertThat(things.isEmpty()).isFalse();
      String key = String.valueOf(noun.made(made));
      noun.operation(Verb.DELETE)
          .ifPresent(delete -> things.note(context.send(delete, noun.argument(), key)));
      List<CreatedThings.Entry> left = things.take();
      assertThat(left).hasSize(noun.operation(Verb.DELETE).isPresent() ? 0 : 1);
      assertThat(left).allMatch(entry -> entry.noun().equals(noun) && entry.key().equals(key));
    }
    slot.close();
  }

  @ParameterizedTest
  @MethodSource("creates")
  void what_a_check_makes_goes_though_what_it_was_made_for_stays(Operation create) {
    CheckSlot slot = new CheckSlot(run(SERVICE), 0);
    slot.first();
    Set<String> before;

    try (CheckContext context = new CheckContext(slot, create, Family.KEBAB)) {
      Call call = context.bait();
      before = everything();
      context.require(context.send(call));
      assertThat(everything().equals(before)).isNotEqualTo(Nouns.role(create).noun().isListed());
    }

    // Nothing removes a token but the end of its data app.
    Noun noun = Nouns.role(create).noun();
    boolean goes = !noun.isListed() || noun.operation(Verb.DELETE).isPresent();
    assertThat(everything().equals(before)).isEqualTo(goes);
    slot.close();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_check_leaves_nothing_behind(Operation change) {
    leavesNothing(run(SERVICE), change);
  }

  @ParameterizedTest
  @MethodSource("changesByKey")
  void a_check_leaves_nothing_behind_in_a_data_app_that_stays(Operation change) {
    leavesNothing(run(KEY_ALONE), change);
  }

  @Test
  void a_run_leaves_nothing_behind_in_a_data_app_that_stays() {
    Set<String> before = everything();

    Run run =
        new Runner(
                Catalogue.requirements(),
                RunSettings.of(server.baseUri().toString(), KEY_ALONE)
                    .withSelection(Selection.everything().only("DM-CREATE*", "EM-*"))
                    .withGiven(
                        Map.of("workspace", "Sales Workspace", "dashboard", "sales-overview"))
                    .withSlots(2),
                Progress.silent())
            .run();

    assertThat(run.judged()).isGreaterThan(40);
    assertThat(run.leftovers()).isEmpty();
    assertThat(everything()).isEqualTo(before);
  }

  private static void leavesNothing(RunContext run, Operation change) {
    Set<String> atFirst = everything();
    for (Family family : change.families()) {
      CheckSlot slot = new CheckSlot(run, family.ordinal());
      slot.first();
      Set<String> before = everything();
      try (CheckContext context = new CheckContext(slot, change, family)) {
        context.require(context.send(context.accepted()));
        boolean isSeen = !everything().equals(before);
        Role role = Nouns.role(change);
        assertThat(isSeen || role.verb() == Verb.DELETE || !role.noun().isListed()).isTrue();
      }
      assertThat(everything()).isEqualTo(before);

      try (CheckContext context = new CheckContext(slot, change, family)) {
        context.bait();
      }
      slot.close();
      assertThat(everything()).isEqualTo(atFirst);
    }
  }

  private static RunContext run(Tokens tokens) {
    return new RunContext(
        new Setup(
            new Offer(wire, Profile.everything()),
            tokens,
            SEED,
            SEED,
            "test",
            Family.KEBAB,
            1,
            Sequencing.DEFAULT,
            false,
            Set.of(),
            aside -> {},
            (exchange, level) -> Optional.empty()));
  }

  /** All that the lists show, by what people call it. */
  private static Set<String> everything() {
    Set<String> everything = new TreeSet<>();
    for (Noun noun : Nouns.ALL) {
      if (!noun.isMade() || !noun.isListed()) {
        continue;
      }
      Call list = Call.of(noun.list(), Family.KEBAB).as(TheMock.SERVICE_TOKEN);
      if (noun.ownerArgument() != null) {
        for (JsonNode app :
            items(Call.of(DataApps.NOUN.list(), Family.KEBAB).as(TheMock.SERVICE_TOKEN))) {
          String name = app.path("name").asText();
          items(list.with(noun.ownerArgument(), name))
              .forEach(item -> everything.add(name + ": " + item.path(noun.key())));
        }
      } else {
        items(noun.owner() == null ? list : list.as(TheMock.API_KEY))
            .forEach(
                item ->
                    everything.add(
                        noun.word()
                            + item.path(noun.key())
                            + item.path("embeds").findValuesAsText("embedId")));
      }
    }
    return everything;
  }

  private static JsonNode items(Call list) {
    return RunContext.items(wire.send(list));
  }
}
