package dev.datamart.spec.java;

/** The constants of {@code Problem}: one for each row of the catalogue. */
final class ProblemConstants {

  private ProblemConstants() {}

  static String of(YamlNode root) {
    return JavaText.constants(
        root.at("x-databrain").at("problems").items().stream()
            .map(ProblemConstants::constant)
            .toList());
  }

  private static String constant(YamlNode row) {
    return """
      %s
      %s(%s, %s, %s)"""
        .formatted(
            JavaText.doc(row.at("when").string()),
            row.at("id").string(),
            row.at("status").string(),
            JavaText.literal(row.at("code").string()),
            JavaText.literal(row.at("message").string()));
  }
}
