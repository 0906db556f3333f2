package dev.datamart.spec.builder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the documents from their sources. */
public final class BuildSpec {

  private BuildSpec() {}

  /** Returns the text of each document by its file name. */
  static Map<String, String> documents(Path openapi) throws IOException {
    Sources sources = Sources.read(openapi.resolve("src/spec"));
    Map<String, String> documents = new LinkedHashMap<>();
    documents.put("openapi.yaml", YamlWriter.write(Document.complete(sources)));
    documents.put("openapi-recommended.yaml", YamlWriter.write(Document.recommended(sources)));
    return documents;
  }

  /** Writes the documents into the folder that is the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path openapi = Path.of(arguments[0]);
    for (Map.Entry<String, String> document : documents(openapi).entrySet()) {
      Files.writeString(openapi.resolve(document.getKey()), document.getValue());
    }
  }
}
