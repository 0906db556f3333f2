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
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What a stranger has is not told, not even that there is something of the name. */
public final class SecrecyChecks {
  private static final Theirs DATAMART = s -> s.given().otherDatamart(s.unused());
  private static final Theirs EMBED = s -> s.given().otherEmbed(DATAMART.name(s));
  private static final Theirs DATA_APP = s -> s.given().otherApp().name();
  private static final Theirs DATASOURCE = s -> Strangers.nameIn(s, Operation.LIST_DATASOURCES);
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
          entry(Operation.LIST_WORKSPACE_METRICS, Map.of("/workspaceName", WORKSPACE)),
          entry(Operation.CREATE_GUEST_TOKEN, Map.of("/datasourceName", DATASOURCE)));

  /** In what two refusals can differ. */
  private static final Map<String, Function<Exchange, Object>> ASPECTS =
      Map.of(
          "status", Exchange::status,
          "code", Exchange::code,
          "message", Exchange::message,
          "members of error", answer -> members(answer),
          "headers", answer -> answer.headers().keySet());

  private static final int A_FEW = 3;

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

  private static void secret(CheckContext s, Call call, String place, String theirs) {
    Supplier<Answered> nobodys = () -> Answered.to(s, call, place, s.unused());
    Supplier<Answered> strangers = () -> Answered.to(s, call, place, theirs);
    Answered expected = nobodys.get();
    Answered came = strangers.get();
    ASPECTS.forEach(
        (aspect, of) -> {
          if (!expected.alike(came, of)
              && always(expected, nobodys, of)
              && always(came, strangers, of)) {
            throw s.fail(
                "the "
                    + aspect
                    + " with which a name is refused that nobody has: "
                    + expected.shown(of),
                "with a stranger's as " + place + " it is " + came.shown(of),
                came.exchange);
          }
        });
  }

  /** What varies from answer to answer, such as the number of a request, tells nothing. */
  private static boolean always(
      Answered first, Supplier<Answered> asked, Function<Exchange, Object> of) {
    return IntStream.range(0, A_FEW).allMatch(i -> first.alike(asked.get(), of));
  }

  /** An answer to a request that named something. */
  private record Answered(String name, Exchange exchange) {
    static Answered to(CheckContext s, Call call, String place, String name) {
      return new Answered(name, s.send(call.with(place, name)));
    }

    String shown(Function<Exchange, Object> of) {
      return of.apply(exchange).toString().replace(name, "…");
    }

    boolean alike(Answered other, Function<Exchange, Object> of) {
      return shown(of).equals(other.shown(of));
    }
  }

  private static Set<String> members(Exchange answer) {
    Set<String> names = new TreeSet<>();
    answer.json().path("error").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
