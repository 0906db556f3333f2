package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static java.util.Map.entry;

import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.checks.shared.Strangers;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a stranger has is not told, not even that there is something of the name. */
public final class SecrecyChecks {
  private static final Theirs DATAMART = s -> s.given().otherDatamart(s.unused());
  private static final Theirs EMBED = s -> s.given().otherEmbed(DATAMART.name(s));
  private static final Theirs DATA_APP = s -> s.given().otherApp().name();
  private static final Theirs DATASOURCE =
      s -> Strangers.nameIn(s, Operation.LIST_DATASOURCES);
  private static final Theirs WORKSPACE = s -> Strangers.nameIn(s, Operation.LIST_WORKSPACES);

  /** Where each operation names something that a stranger may have. */
  private static final Map<Operation, Map<String, Theirs>> PLACES =
      Map.ofEntries(
          entry(Operation.UPDATE_DATAMART, Map.of("/datamartName", DATAMART)),
          entry(Operation.DELETE_DATAMART, Map.of("/datamartName", DATAMART)),
          entry(Operation.CREATE_DATAMART, Map.of("/datasourceName", DATASOURCE)),
          entry(Operation.GET_DATASOURCE_SCHEMA, Map.of("/datasourceName", DATASOURCE)),
          entry(
              Operation.CREATE_EMBED,
              Map.of("/workspaceName", WORKSPACE, "/accessSettings/datamartName", DATAMART)),
          entry(
              Operation.UPDATE_EMBED,
              Map.of("/embedId", EMBED, "/accessSettings/datamartName", DATAMART)),
          entry(Operation.RENAME_EMBED, Map.of("/embedId", EMBED)),
          entry(Operation.DELETE_EMBED, Map.of("/embedId", EMBED)),
          entry(Operation.DELETE_DATA_APP, Map.of("/name", DATA_APP)),
          entry(Operation.CREATE_API_TOKEN, Map.of("/dataAppName", DATA_APP)),
          entry(Operation.LIST_API_TOKENS, Map.of("/dataAppName", DATA_APP)),
          entry(Operation.LIST_WORKSPACE_DASHBOARDS, Map.of("/workspaceName", WORKSPACE)),
          entry(Operation.LIST_WORKSPACE_METRICS, Map.of("/workspaceName", WORKSPACE)));

  /** In what two refusals can differ. */
  private static final Map<String, Function<Exchange, Object>> ASPECTS =
      Map.of(
          "status", Exchange::status,
          "code", Exchange::code,
          "message", Exchange::message,
          "members of error", answer -> members(answer),
          "headers", answer -> answer.headers().keySet());

  private SecrecyChecks() {}

  /** Makes or finds something of the second organization; gives its name. */
  @FunctionalInterface
  private interface Theirs {
    String name(CheckContext s);
  }

  public static List<Requirement> all() {
    return List.of(
        docs("AUTH-NAMES-OF-OTHERS-STAY-SECRET", "A stranger's name is refused as nobody's is.")
            .on(PLACES::containsKey)
            .trait(Trait.TWO_ORGANIZATIONS)
            .hint(CommonHint.OF_OTHERS.sentence())
            .hint("Status, code, message and headers are the same, whoever else has the name.")
            .check(SecrecyChecks::secret));
  }

  private static void secret(CheckContext s) {
    PLACES
        .getOrDefault(s.subject(), Map.of())
        .forEach((place, theirs) -> secret(s, s.bait(), place, theirs.name(s)));
  }

  /** What differs between two names that nobody has, such as the number of a request, is left out. */
  private static void secret(CheckContext s, Call call, String place, String theirs) {
    String nobodys = s.unused();
    String nobodysEither = s.unused();
    Exchange once = s.send(call.with(place, nobodys));
    Exchange again = s.send(call.with(place, nobodysEither));
    Exchange told = s.send(call.with(place, theirs));
    ASPECTS.forEach(
        (aspect, of) -> {
          String expected = shown(of.apply(once), nobodys);
          String came = shown(of.apply(told), theirs);
          if (expected.equals(shown(of.apply(again), nobodysEither)) && !came.equals(expected)) {
            throw s.fail(
                "the " + aspect + " that a " + place.substring(1) + " of nobody is refused with: " + expected,
                "the name of a stranger's has " + came,
                told);
          }
        });
  }

  private static String shown(Object value, String name) {
    return value.toString().replace(name, "…");
  }

  private static Set<String> members(Exchange answer) {
    Set<String> names = new TreeSet<>();
    answer.json().path("error").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
