package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.conformance.requirement.RequirementBuilder.decided;

import dev.datamart.conformance.checks.shared.Shown;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import java.util.List;

/** Names are texts like any other, and nobody's to tidy up. */
public final class NameChecks {
  private static final int LONGEST = 255;

  private NameChecks() {}

  public static List<Requirement> all() {
    return List.of(
        decided("NAMES-ARE-KEPT-AS-GIVEN", "A name of up to 255 letters is listed as it was given.")
            .on(
                Operation.CREATE_DATA_APP,
                Operation.CREATE_API_TOKEN,
                Operation.CREATE_EMBED,
                Operation.RENAME_EMBED)
            .trait(Trait.SERVICE_TOKEN)
            .hint("Blanks inside, quotes, accents and letters of four bytes are part of a name.")
            .check(NameChecks::kept));
  }

  private static void kept(CheckContext s) {
    App app = s.given().dataAppWithKey();
    String embed = s.given().embed(s.given().datamart(), app);
    for (String name : names(s.unused())) {
      Call naming =
          switch (s.subject()) {
            case CREATE_API_TOKEN -> s.accepted().with("dataAppName", app.name());
            case CREATE_EMBED -> s.accepted().as(app.key());
            case RENAME_EMBED -> s.call(s.subject(), "embedId", embed).as(app.key());
            default -> s.accepted();
          };
      s.expect(s.send(naming.with("name", name))).succeeds();
      List<String> listed = Shown.texts(s.expect(s.send(list(s, app))).list(), "name");
      s.demand(listed.contains(name), "the name \"" + name + "\" is listed", listed.toString());
    }
  }

  private static Call list(CheckContext s, App app) {
    return switch (s.subject()) {
      case CREATE_DATA_APP -> s.call(Operation.LIST_DATA_APPS);
      case CREATE_API_TOKEN -> s.call(Operation.LIST_API_TOKENS, "dataAppName", app.name());
      default -> s.call(Operation.LIST_EMBEDS).as(app.key());
    };
  }

  private static List<String> names(String plain) {
    return List.of(
        plain + " with  two blanks, \"quotes\" & <tags>",
        plain + "-\u00e9t\u00e9-\u4e2d\u6587-\uD83D\uDE80",
        plain + "x".repeat(LONGEST - plain.length()));
  }
}
