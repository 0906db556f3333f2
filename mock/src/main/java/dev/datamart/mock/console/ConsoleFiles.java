package dev.datamart.mock.console;

import dev.datamart.mock.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The console's page and what belongs to it: fixed files without secrets, so open to everybody. */
public final class ConsoleFiles {

  /** The renderer of the contract, as its webjar has it. */
  static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

  private static final List<String> PARTS =
      List.of(
          "api.js",
          "catalogue.js",
          "clock.js",
          "contract.js",
          "details.js",
          "dialogs.js",
          "difference.js",
          "dom.js",
          "exchange.js",
          "fault-form.js",
          "faults.js",
          "impact.js",
          "journal.js",
          "mark.svg",
          "migration.js",
          "organizations.js",
          "parts.css",
          "rewind.js",
          "state.js",
          "store.js",
          "views.css");

  private static final Map<String, String> RESOURCES = resources();

  private static final Map<String, Answer> READ = new ConcurrentHashMap<>();

  /** The page runs its own scripts only, and talks to its own server only. */
  private static final List<Answer.Header> HEADERS =
      List.of(
          new Answer.Header(
              "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                  + " frame-ancestors 'none'"),
          new Answer.Header("X-Content-Type-Options", "nosniff"),
          new Answer.Header("Referrer-Policy", "no-referrer"),
          new Answer.Header("Cache-Control", "no-cache"));

  private ConsoleFiles() {}

  /** Returns whether the path, from the console's page on, is one of these files. */
  public static boolean has(String path) {
    return RESOURCES.containsKey(path);
  }

  /** Returns the file; null when this build was made without the console. */
  public static @Nullable Answer answer(String path) {
    return READ.computeIfAbsent(path, ConsoleFiles::read);
  }

  private static Map<String, String> resources() {
    Map<String, String> resources = new HashMap<>();
    resources.put("", "/console/index.html");
    resources.put("/", "/console/index.html");
    resources.put("/console.css", "/console/console.css");
    resources.put("/console.js", "/console/console.js");
    PARTS.forEach(part -> resources.put("/console/" + part, "/console/" + part));
    for (String name : List.of("swagger-ui.css", "swagger-ui-bundle.js")) {
      resources.put("/contract/" + name, SWAGGER_UI + name);
    }
    return Map.copyOf(resources);
  }

  private static @Nullable Answer read(String path) {
    String resource = String.valueOf(RESOURCES.get(path));
    try (InputStream in = ConsoleFiles.class.getResourceAsStream(resource)) {
      return in == null ? null : new Answer(200, contentType(resource), HEADERS, in.readAllBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String contentType(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "text/html; charset=utf-8";
    };
  }
}
