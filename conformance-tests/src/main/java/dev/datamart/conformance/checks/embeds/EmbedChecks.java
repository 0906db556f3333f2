package dev.datamart.conformance.checks.embeds;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.echoes;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.lists;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.works;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_EMBED;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.RENAME_EMBED;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import dev.datamart.conformance.requirement.Requirement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Embeds: the group. */
public final class EmbedChecks {
  private EmbedChecks() {}

  public static List<Requirement> all() {
    return Stream.of(
            answers(),
            EmbedStateChecks.all(),
            EmbedListChecks.all(),
            EmbedUpdateChecks.all(),
            EmbedBodyChecks.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Requirement> answers() {
    Map<String, String> id = Map.of("/id", "embedId");
    return List.of(
        docs(LIST_EMBEDS, "ANSWERS", "Listing embeds answers 200 with a list and error null.")
            .as(lists()),
        docs(CREATE_EMBED, "ANSWERS", "Creating an embed answers 200, its id and error null.")
            .as(works(answer -> answer.hasText("/id"))),
        docs(UPDATE_EMBED, "ANSWERS", "Updating an embed answers 200, its id and error null.")
            .as(echoes(id)),
        docs(RENAME_EMBED, "ANSWERS", "Renaming an embed answers 200, its id and new name.")
            .as(echoes(Map.of("/id", "embedId", "/name", "name"))),
        docs(DELETE_EMBED, "ANSWERS", "Deleting an embed answers 200, its id and error null.")
            .as(echoes(id)));
  }
}
