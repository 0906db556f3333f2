package dev.datamart.spec.java;

import java.util.ArrayList;
import java.util.List;

/** The constants of {@code Schema}: one for each object of the document, with its members. */
final class SchemaConstants {

  private SchemaConstants() {}

  static String of(YamlNode root) {
    YamlNode schemas = root.at("components").at("schemas");
    List<String> constants = new ArrayList<>();
    for (String name : schemas.keys()) {
      SchemaShape shape = SchemaShape.of(schemas.at(name));
      if (shape.isObject()) {
        constants.add(constant(name, shape, schemas.at(name).at("description").string()));
      }
    }
    return JavaText.constants(constants);
  }

  private static String constant(String name, SchemaShape shape, String description) {
    StringBuilder members = new StringBuilder();
    shape
        .properties()
        .forEach(
            (member, value) ->
                members
                    .append(",\n      ")
                    .append(member(member, value, shape.required().contains(member))));
    return """
      %s
      %s(
          %s%s)"""
        .formatted(
            JavaText.doc(description), JavaText.constant(name), JavaText.literal(name), members);
  }

  private static String member(String name, SchemaShape shape, boolean isRequired) {
    SchemaShape items = shape.items();
    return "new Member(%s, Kind.%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
        .formatted(
            JavaText.literal(name),
            shape.kind(),
            isRequired,
            shape.isTrue("nullable"),
            shape.isTrue("readOnly"),
            shape.isTrue("writeOnly"),
            shape.mayBeEmpty(),
            shape.isSecret(),
            items == null ? "null" : "Kind." + items.kind(),
            JavaText.literal(items == null ? shape.constant() : items.constant()),
            JavaText.texts(shape.values()),
            JavaText.literal(shape.pattern()));
  }
}
