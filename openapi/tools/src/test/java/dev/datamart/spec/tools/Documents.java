package dev.datamart.spec.tools;

import java.nio.file.Path;
import java.util.List;

/** The built documents. */
final class Documents {

  static final Path COMPLETE = Path.of("..", "openapi.yaml").toAbsolutePath().normalize();
  static final Path RECOMMENDED =
      Path.of("..", "openapi-recommended.yaml").toAbsolutePath().normalize();

  private Documents() {}

  static List<Path> both() {
    return List.of(COMPLETE, RECOMMENDED);
  }
}
