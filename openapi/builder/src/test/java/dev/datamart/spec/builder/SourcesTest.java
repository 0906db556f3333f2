package dev.datamart.spec.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the author of a group is told, and that a group costs its own file only. */
class SourcesTest {

  private static final Path FOLDER = Path.of("..", "src", "spec");
  private static final List<String> FILES =
      List.of(
          "common", "datamarts", "embeds", "data-apps", "api-tokens", "datasources", "workspaces");

  private static final String GUESTS =
      """
      tag: Guest tokens
      noun: guest token
      description: Tokens of end users.
      problems:
        - { id: GUEST_UNKNOWN, status: 400, code: GUEST_ERROR, message: No guest, when: There is no guest. }
      paths:
        /api/v2/guest-token/create:
          post:
            operationId: createGuestToken
            summary: Create a guest token
            description: Creates a guest token.
            token: dataApp
            problems: [GUEST_UNKNOWN]
            source: token
            evidence: docs
            requirement: GT-CREATE
            succeeds: The token is valid from now on.
      schemas:
        CreateGuestTokenRequest: { type: object, required: [clientId], properties: { clientId: WorkspaceName } }
        CreateGuestTokenResponse: { type: object, properties: { token: TokenKey } }
      requests:
        createGuestToken.one: { summary: One, value: { clientId: acme } }
      answers:
        createGuestToken.created: { summary: Created, value: { token: x } }
      """;

  @Test
  void a_new_group_is_a_file_and_its_name_in_the_list() throws IOException {
    Map<String, String> sources = sources();
    sources.put("guests", GUESTS);
    sources.compute("common", (name, text) -> text.replace("workspaces]", "workspaces, guests]"));

    assertThat(YamlWriter.write(Document.complete(Sources.of(parsed(sources)))))
        .contains(
            "operationId: createGuestToken",
            "$ref: '#/components/responses/CreateGuestTokenBadRequest'",
            "MEMBER_REQUIRED, MEMBER_INVALID, GUEST_UNKNOWN, UNEXPECTED_FAILURE",
            "METHOD_NOT_ALLOWED",
            "GUEST_ERROR",
            "    createGuestToken.created:");
  }

  @Test
  void a_file_that_the_list_does_not_name_is_noticed() throws IOException {
    Map<String, String> sources = sources();
    sources.put("guests", GUESTS);

    assertThatThrownBy(() -> Sources.of(parsed(sources)))
        .hasMessage("common.yaml does not name the groups [guests]");
  }

  @Test
  void a_misspelt_member_is_refused() {
    assertRefused("datamarts", "evidence: seed", "evidense: seed", "unknown member \"evidense\"");
  }

  @Test
  void an_unknown_problem_is_refused() {
    assertRefused(
        "datamarts",
        "problems: [DATAMART_NOT_FOUND]",
        "problems: [GONE]",
        "unknown problems [GONE]");
  }

  @Test
  void a_schema_of_two_files_is_refused() {
    assertRefused(
        "embeds", "  EmbedType:", "  TenancyLevel:", "Two source files define TenancyLevel");
  }

  @Test
  void an_operation_without_its_schema_is_refused() {
    assertRefused(
        "embeds", "  RenameEmbedRequest:", "  Renamed:", "No source file has RenameEmbedRequest");
  }

  @Test
  void an_operation_without_examples_is_refused() {
    assertRefused(
        "embeds", "  deleteEmbed.deleted:", "  gone.deleted:", "deleteEmbed has no example");
  }

  private static void assertRefused(String file, String from, String to, String message) {
    assertThatThrownBy(
            () -> {
              Map<String, String> sources = sources();
              sources.compute(
                  file, (name, text) -> text.replaceFirst(java.util.regex.Pattern.quote(from), to));
              Document.complete(Sources.of(parsed(sources)));
            })
        .hasMessageContaining(message);
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String name : FILES) {
      sources.put(name, Files.readString(FOLDER.resolve(name + ".yaml")));
    }
    return sources;
  }

  private static Map<String, Tree> parsed(Map<String, String> sources) {
    Map<String, Tree> files = new HashMap<>();
    sources.forEach((name, text) -> files.put(name, Tree.parse(name + ".yaml", text)));
    return files;
  }
}
