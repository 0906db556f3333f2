package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.datamarts.DatamartChecks.delete;
import static dev.datamart.conformance.checks.datamarts.DatamartChecks.make;
import static dev.datamart.conformance.checks.datamarts.DatamartChecks.makeEmbedIfAny;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.refused;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.refuses;
import static dev.datamart.conformance.context.Hindrance.ifAny;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.NearNames;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.conformance.wire.Percent;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Deleting a datamart: the name has to be given once, and to match exactly. */
final class DeleteDatamartNameChecks {
  private static final int LONGEST = 255;

  private DeleteDatamartNameChecks() {}

  static List<Requirement> all() {
    return List.of(
        docs("DM-DELETE-NAME-MISSING-IS-REFUSED", "Deleting without datamartName is refused.")
            .hint("No name is an error of the request, never a wish to delete all there is.")
            .as(refused(Problem.MEMBER_REQUIRED, s -> s.shaped().without("datamartName"))),
        docs("DM-DELETE-NAME-EMPTY-IS-REFUSED", "Deleting with an empty datamartName is refused.")
            .hint("An empty name counts as missing: no look-up, no pattern that matches all.")
            .as(refused(Problem.MEMBER_REQUIRED, s -> s.shaped().with("datamartName", ""))),
        docs("DM-DELETE-NAME-NOT-TEXT-IS-REFUSED", "A datamartName that is no text is refused.")
            .only(Family.VERB)
            .hint("No coercion: 5 is not \"5\", and a list of one name is not that name.")
            .as(refuses(Problem.MEMBER_INVALID, DeleteDatamartNameChecks::notText)),
        decided("DM-DELETE-NAME-TWICE-IS-REFUSED", "A datamartName given twice is refused.")
            .only(Family.KEBAB, Family.CAMEL)
            .as(refuses(Problem.PARAMETER_REPEATED, DeleteDatamartNameChecks::givenTwice)),
        seed("DM-DELETE-NAME-IS-EXACT", "Only the exact name deletes a datamart.")
            .problems(Problem.DATAMART_NOT_FOUND)
            .hint("No case folding, no trimming, no prefixes, no patterns, no second decoding.")
            .check(DeleteDatamartNameChecks::nearNames),
        seed("DM-DELETE-NAME-MAY-BE-ODD", "A datamart of any name can be made, listed, deleted.")
            .covers(Operation.CREATE_DATAMART, Operation.CREATE_EMBED)
            .trait(Trait.LONG)
            .hint("Names arrive percent-encoded in UTF-8, with spaces, slashes and any Unicode.")
            .check(s -> anyNames(s, whole(s.unused()))),
        decided("DM-DELETE-NAME-MAY-BE-LONG", "A name of 255 letters can be made and deleted.")
            .covers(Operation.CREATE_DATAMART, Operation.CREATE_EMBED)
            .check(s -> anyNames(s, List.of(longest(s.unused())))),
        seed("DM-DELETE-NAME-PLUS-IS-SPACE", "A plus in the query stands for a space.")
            .only(Family.KEBAB, Family.CAMEL)
            .hint("Decode the query as a form: + is a space, and %2B is a plus.")
            .check(DeleteDatamartNameChecks::plusIsSpace),
        client("DM-DELETE-IGNORES-OTHER-PARAMETERS", "Other query parameters are ignored.")
            .only(Family.KEBAB, Family.CAMEL)
            .hint("Clients add dataAppName and the like: ignore them, and do not filter by them.")
            .check(DeleteDatamartNameChecks::otherParameters));
  }

  private static Stream<Call> notText(CheckContext s) {
    Call bait = s.shaped();
    Object name = bait.arguments().path("datamartName");
    return Arrays.asList(null, 5, true, Json.array(name), Json.object("name", name)).stream()
        .map(wrong -> bait.with("datamartName", wrong));
  }

  private static Stream<Call> givenTwice(CheckContext s) {
    String one = s.given().datamart();
    String two = s.given().datamart();
    return Stream.of(two, one, "")
        .map(other -> s.call(Operation.DELETE_DATAMART, "datamartName", Json.array(one, other)));
  }

  private static void nearNames(CheckContext s) {
    String name = make(s, s.unused() + "-ab-cd-\u00e9");
    ifAny(() -> s.given().embed(name));

    s.unchanged(() -> NearNames.of(name).forEach((how, near) -> isUnknown(s, how, near)));

    delete(s, name);
  }

  private static void isUnknown(CheckContext s, String how, String near) {
    Exchange answer = s.send(Operation.DELETE_DATAMART, "datamartName", near);
    s.demand(
        answer.status() == Problem.DATAMART_NOT_FOUND.status()
            && answer.code().equals(Problem.DATAMART_NOT_FOUND.code()),
        "400 INVALID_REQUEST_BODY for the name " + how,
        answer.summary());
  }

  private static void anyNames(CheckContext s, List<String> names) {
    Map<String, JsonNode> before = s.look();
    names.forEach(name -> make(s, name));
    Set<String> listed = s.listed().datamarts().keySet();
    for (String name : names) {
      s.demand(listed.contains(name), "the name is listed as given: " + name, "it is not");
      makeEmbedIfAny(s, name);
      s.expect(s.send(Operation.DELETE_DATAMART, "datamartName", name)).succeeds().has("/id", name);
    }

    Difference left = Difference.between(before, s.look());

    s.demand(left.isEmpty(), "they are gone, and their embeds with them", left.words());
  }

  private static void plusIsSpace(CheckContext s) {
    String spaced = s.given().datamart(s.unused() + " a b");
    String raw = "datamartName=" + Percent.encode(spaced).replace("%20", "+");

    s.expect(s.send(s.call(Operation.DELETE_DATAMART).query(raw))).succeeds().has("/id", spaced);
  }

  private static void otherParameters(CheckContext s) {
    String name = s.given().datamart();

    Call call = s.call(Operation.DELETE_DATAMART, "datamartName", name);
    for (String other : List.of("dataAppName", "dataAppId", "workspaceName", "nonsense")) {
      call = call.with(other, "x");
    }
    s.expect(s.send(call)).succeeds();
    s.demand(
        !s.listed().datamarts().containsKey(name), "the datamart is gone", "it is still listed");
  }

  /** Names that hold whatever a name may hold. */
  private static List<String> whole(String plain) {
    return List.of(
        plain + " with spaces  inside",
        plain + "/slash\\backslash",
        plain + "?a=b&c=d#e",
        plain + "+plus",
        plain + "%20percent%",
        plain + "'single\"double`back",
        plain + ";semi,comma:colon",
        plain + "<tag>{brace}[bracket]",
        plain + ".dot..dots",
        plain + "*star?",
        plain + "-\u00e9t\u00e9-\u00df-\u0130\u0131",
        plain + "-e\u0301-combining",
        plain + "-\uD83D\uDE80\uD83D\uDC69\u200D\uD83D\uDCBB",
        plain + "-\u05e9\u05dc\u05d5\u05dd-\u0645\u0631\u062d\u0628\u0627",
        plain + "-\u4e2d\u6587-\u65e5\u672c\u8a9e");
  }

  /** The longest name, with letters that take four bytes each. */
  private static String longest(String plain) {
    return plain + "\uD83D\uDE80".repeat(10) + "x".repeat(LONGEST - plain.length() - 20);
  }
}
