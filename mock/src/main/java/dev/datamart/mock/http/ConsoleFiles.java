package dev.datamart.mock.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The console's page and what belongs to it: fixed files without secrets, so open to everybody. */
final class ConsoleFiles {

  private record File(String resource, String contentType) {}

  private static final Map<String, File> BY_PATH =
      Map.of(
          "/__mock", new File("/console/index.html", "text/html; charset=utf-8"),
          "/__mock/", new File("/console/index.html", "text/html; charset=utf-8"),
          "/__mock/console.css", new File("/console/console.css", "text/css; charset=utf-8"),
          "/__mock/console.js", new File("/console/console.js", "text/javascript; charset=utf-8"));

  private static final Map<String, Answer> READ = new ConcurrentHashMap<>();

  private ConsoleFiles() {}

  static boolean has(String path) {
    return BY_PATH.containsKey(path);
  }

  static Answer answer(String path) {
    return READ.computeIfAbsent(path, ConsoleFiles::read);
  }

  private static Answer read(String path) {
    File file = requireNonNull(BY_PATH.get(path));
    try (InputStream in = ConsoleFiles.class.getResourceAsStream(file.resource())) {
      if (in == null) {
        return AdminAnswers.refusal(404, "The console is not part of this build.");
      }
      return new Answer(200, file.contentType(), List.of(), in.readAllBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
