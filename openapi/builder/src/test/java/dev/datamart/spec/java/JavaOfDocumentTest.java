package dev.datamart.spec.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated follows the document. */
class JavaOfDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "openapi.yaml");

  @Test
  void a_new_message_changes_its_row() throws IOException {
    String changed = with("message: Datamart not found", "message: 'It \"went\"'", "Problem");

    assertThat(changed)
        .contains("  DATAMART_NOT_FOUND(400, \"INVALID_REQUEST_BODY\", \"It \\\"went\\\"\"),\n");
  }

  @Test
  void a_new_path_changes_that_spelling_alone() throws IOException {
    String changed = with("/api/v2/dataApp/datamart/delete:", "/api/v2/dataApp/gone:", "Operation");

    assertThat(changed)
        .contains(
            "\"/api/v2/dataApp/gone\"",
            "\"/api/v2/dataApp/datamart\"",
            "\"/api/v2/data-app/datamart\"")
        .doesNotContain("/dataApp/datamart/delete");
  }

  @Test
  void a_new_token_changes_the_operation() throws IOException {
    String changed = with("token: either", "token: service", "Operation");

    assertThat(changed).doesNotContain("TokenNeed.EITHER");
  }

  @Test
  void a_new_member_changes_its_schema() throws IOException {
    String changed =
        with(
            "        isRenameDashboard:\n",
            "        mood: { type: array, minItems: 1, items: { type: string } }\n"
                + "        isRenameDashboard:\n",
            "Schema");

    assertThat(changed)
        .contains(
            "new Member(\"mood\", Kind.LIST, false, false, false, false, false, false, Kind.STRING");
  }

  @Test
  void a_schema_that_is_put_together_is_the_same_as_one_that_is_referred_to() throws IOException {
    String reference = "companyIntegration: { $ref: '#/components/schemas/DatasourceReference' }";
    String composed =
        "companyIntegration: { nullable: true, allOf: [{ $ref: '#/components/schemas/DatasourceReference' }] }";

    assertThat(with(reference, composed, "Schema"))
        .contains(
            "new Member(\"companyIntegration\", Kind.OBJECT, true, true, false, false, true, false, null,"
                + " \"DATASOURCE_REFERENCE\"");
  }

  @Test
  void an_object_without_a_name_of_its_own_is_refused() {
    String inline = "error: { type: object, properties: { mood: { type: string } } }";

    assertThatThrownBy(
            () -> with("error: { $ref: '#/components/schemas/NoError' }", inline, "Schema"))
        .hasMessage("An object with members needs a schema of its own: [mood]");
  }

  @Test
  void what_has_not_changed_is_not_written_again(@TempDir Path directory) throws IOException {
    String[] arguments = {DOCUMENT.toString(), directory.toString()};
    JavaOfDocument.main(arguments);
    Path written = directory.resolve("dev/datamart/spec/Operation.java");
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(written, longAgo);

    JavaOfDocument.main(arguments);

    assertThat(Files.getLastModifiedTime(written)).isEqualTo(longAgo);
  }

  private static String with(String old, String planted, String type) throws IOException {
    String document = Files.readString(DOCUMENT);
    Map<String, String> before = JavaOfDocument.sources(document);
    Map<String, String> after = JavaOfDocument.sources(document.replace(old, planted));

    assertThat(after.get(type + ".java")).isNotEqualTo(before.get(type + ".java"));
    return after.get(type + ".java");
  }
}
