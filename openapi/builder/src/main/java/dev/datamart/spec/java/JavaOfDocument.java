package dev.datamart.spec.java;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Writes the Java types that follow from a document, each into a file of its own. */
public final class JavaOfDocument {

  /** Where a template wants the constants that the document gives. */
  private static final String MARK = "  // constants\n";

  private JavaOfDocument() {}

  /**
   * Reads the document of the first argument and writes below the directory of the second. A file
   * that would not change is left alone, so that nothing is compiled for nothing.
   */
  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[1]).resolve("dev/datamart/spec");
    Files.createDirectories(sources);
    for (Map.Entry<String, String> file :
        sources(Files.readString(Path.of(arguments[0]))).entrySet()) {
      Path path = sources.resolve(file.getKey());
      if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
        Files.writeString(path, file.getValue());
      }
    }
  }

  /** Returns the text of each generated file by its name. */
  static Map<String, String> sources(String document) throws IOException {
    YamlNode root = YamlNode.parse(document);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("Problem.java", filled("Problem", ProblemConstants.of(root)));
    files.put("Schema.java", filled("Schema", SchemaConstants.of(root)));
    files.put("Operation.java", filled("Operation", OperationConstants.of(root)));
    return files;
  }

  private static String filled(String type, String constants) throws IOException {
    String name = type + ".java.template";
    try (InputStream stream = JavaOfDocument.class.getResourceAsStream(name)) {
      byte[] template = Objects.requireNonNull(stream, name).readAllBytes();
      return new String(template, StandardCharsets.UTF_8).replace(MARK, constants);
    }
  }
}
