package dev.datamart.conformance.checks.embeds;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.echoes;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.lists;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.works;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

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
        docs("EM-LIST-ANSWERS", "Listing embeds answers 200 with a list and error null.")
            .as(lists()),
        docs("EM-CREATE-ANSWERS", "Creating an embed answers 200, its id and error null.")
            .as(works(answer -> answer.hasText("/id"))),
        docs("EM-UPDATE-ANSWERS", "Updating an embed answers 200, its id and error null.")
            .as(echoes(id)),
        docs("EM-RENAME-ANSWERS", "Renaming an embed answers 200, its id and new name.")
            .as(echoes(Map.of("/id", "embedId", "/name", "name"))),
        docs("EM-DELETE-ANSWERS", "Deleting an embed answers 200, its id and error null.")
            .as(echoes(id)));
  }
}
