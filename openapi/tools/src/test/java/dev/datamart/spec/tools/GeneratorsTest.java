package dev.datamart.spec.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people generate from the document compiles; the TypeScript is compiled by tools.mjs. */
@Timeout(120)
class GeneratorsTest {

  @Test
  void a_java_client_compiles() throws IOException {
    Generated client = Generated.by("java", Map.of("useJakartaEe", "true"));

    assertThat(client.complaintsOfJava()).isEmpty();
  }

  /** With the options that the README of server-stub names. */
  @Test
  void a_spring_server_compiles() throws IOException {
    Generated server =
        Generated.by("spring", Map.of("documentationProvider", "none", "useTags", "true"));

    assertThat(server.complaintsOfJava()).isEmpty();
  }

  @Test
  void a_python_client_compiles() throws Exception {
    Generated client = Generated.by("python", Map.of());

    Process python =
        new ProcessBuilder("python3", "-m", "compileall", "-q", client.folder().toString())
            .inheritIO()
            .start();

    assertThat(python.waitFor()).isZero();
  }

  @Test
  void a_typescript_client_is_generated() {
    Generated client = Generated.by("typescript-fetch", Map.of());

    assertThat(Files.exists(client.folder().resolve("index.ts"))).isTrue();
  }
}
