package dev.datamart.spec.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The committed documents are what their sources say; {@code -Drefresh} rewrites them. */
class BuiltDocumentsTest {

  private static final Path OPENAPI = Path.of("..").toAbsolutePath().normalize();

  @Test
  void the_committed_documents_are_built_from_these_sources() throws IOException {
    if (System.getProperty("refresh") != null) {
      BuildSpec.main(new String[] {OPENAPI.toString()});
    }

    for (Map.Entry<String, String> document : BuildSpec.documents(OPENAPI).entrySet()) {
      assertThat(Files.readString(OPENAPI.resolve(document.getKey())))
          .as("Edit openapi/src/spec, then: make spec")
          .isEqualTo(document.getValue());
    }
  }

  @Test
  void what_is_written_is_read_again_as_what_was_meant() throws IOException {
    Sources sources = Sources.read(OPENAPI.resolve("src/spec"));

    assertThat(read(YamlWriter.write(Document.complete(sources))))
        .isEqualTo(withoutComments(Document.complete(sources)));
  }

  private static Object read(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static Object withoutComments(Object node) {
    return Comments.removedFrom(node);
  }
}
