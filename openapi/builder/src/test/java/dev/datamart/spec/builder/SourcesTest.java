package dev.datamart.spec.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the author of a group is told, and that a group costs its own file only. */
class SourcesTest {

  private static final Path FOLDER = Path.of("..", "src", "spec");

  private static final String INVOICES =
      """
      tag: Invoices
      noun: invoice
      description: What is to be paid.
      problems:
        - { id: PAYER_UNKNOWN, status: 400, code: PAYER_ERROR, message: No payer, when: There is no payer. }
      paths:
        /api/v2/invoice:
          post:
            operationId: createInvoice
            summary: Create an invoice
            description: Creates an invoice.
            token: dataApp
            problems: [PAYER_UNKNOWN]
            source: invoices
            evidence: docs
            requirement: IV-CREATE
            succeeds: The invoice stands from now on.
      schemas:
        CreateInvoiceRequest: { type: object, required: [payer], properties: { payer: WorkspaceName } }
        CreateInvoiceResponse: { type: object, properties: { id: ResourceId } }
      requests:
        createInvoice.one: { summary: One, value: { payer: acme } }
      answers:
        createInvoice.created: { summary: Created, value: { id: x } }
      """;

  @Test
  void a_new_group_is_a_file_and_its_name_in_the_list() throws IOException {
    Map<String, String> sources = sources();
    sources.put("invoices", INVOICES);
    sources.compute(
        "common", (name, text) -> text.replaceFirst("groups: \\[", "groups: [invoices, "));

    assertThat(YamlWriter.write(Document.complete(Sources.of(parsed(sources)))))
        .contains(
            "operationId: createInvoice",
            "$ref: '#/components/responses/CreateInvoiceBadRequest'",
            "MEMBER_REQUIRED, MEMBER_INVALID, PAYER_UNKNOWN, UNEXPECTED_FAILURE",
            "METHOD_NOT_ALLOWED",
            "PAYER_ERROR",
            "    createInvoice.created:");
  }

  @Test
  void a_file_that_the_list_does_not_name_is_noticed() throws IOException {
    Map<String, String> sources = sources();
    sources.put("invoices", INVOICES);

    assertThatThrownBy(() -> Sources.of(parsed(sources)))
        .hasMessage("common.yaml does not name the groups [invoices]");
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
    try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "*.yaml")) {
      for (Path file : files) {
        sources.put(file.getFileName().toString().replace(".yaml", ""), Files.readString(file));
      }
    }
    return sources;
  }

  private static Map<String, Tree> parsed(Map<String, String> sources) {
    Map<String, Tree> files = new HashMap<>();
    sources.forEach((name, text) -> files.put(name, Tree.parse(name + ".yaml", text)));
    return files;
  }
}
