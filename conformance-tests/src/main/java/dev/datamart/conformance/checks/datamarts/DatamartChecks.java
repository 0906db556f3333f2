package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.echoes;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.lists;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATAMART;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Exchange;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Datamarts: the group, and the steps that its checks share. */
public final class DatamartChecks {
  private DatamartChecks() {}

  public static List<Requirement> all() {
    return Stream.of(
            answers(),
            DeleteDatamartChecks.all(),
            CascadeChecks.all(),
            DeleteDatamartNameChecks.all(),
            DatamartStateChecks.all(),
            DatamartListChecks.all(),
            DatamartUpdateChecks.all(),
            DatamartBodyChecks.all(),
            DatamartTableChecks.all(),
            DatamartHistoryChecks.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Requirement> answers() {
    return List.of(
        docs("DM-LIST-ANSWERS", "Listing datamarts answers 200 with a list and error null.")
            .as(lists()),
        docs("DM-CREATE-ANSWERS", "Creating a datamart answers 200, its name, error null.")
            .as(echoes(Map.of("/id", "name"))),
        docs("DM-UPDATE-ANSWERS", "Updating a datamart answers 200 and its name.")
            .as(echoes(Map.of("/id", "datamartName"))),
        seed("DM-DELETE-ANSWERS", "Deleting a datamart answers 200, its name, error null.")
            .as(echoes(Map.of("/id", "datamartName"))));
  }

  /**
   * Makes a datamart whose name the check is about: that it is refused is a violation, unless no
   * datamart at all can be made, which blocks the check.
   */
  static String make(CheckContext s, String name) {
    Exchange made = s.send(s.call(CREATE_DATAMART).arguments(s.given().datamartDraft(name)));
    if (!made.ok()) {
      s.given().datamart();
    }
    s.expect(made).succeeds();
    return name;
  }

  /** The id of a new embed of a datamart whose name the check is about. */
  static String makeEmbed(CheckContext s, String datamart) {
    Exchange made = s.send(s.call(CREATE_EMBED).arguments(s.given().embedDraft(datamart)));
    if (!made.ok()) {
      s.given().embed(s.given().datamart());
    }
    s.expect(made).succeeds().hasText("/id");
    return made.json().path("id").asText();
  }

  static void delete(CheckContext s, String datamart) {
    s.expect(s.send(DELETE_DATAMART, "datamartName", datamart)).succeeds();
  }
}
