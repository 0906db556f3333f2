package dev.datamart.mock.console;

import static java.util.stream.Collectors.joining;

import dev.datamart.mock.http.Answer;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The console's page and what belongs to it: without secrets, so open to everybody. */
public final class ConsoleFiles {

  /** The renderer of the contract, as its webjar has it. */
  static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

  /** No file: what follows from the contract is made of it. */
  private static final String CONTRACT_NAMES = "/console/contract-names.js";

  private static final Pattern PART = Pattern.compile("/console/[a-z-]+\\.(js|css|svg)");

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

  /** Returns the file of that path, from the console's page on; null when there is none. */
  public static @Nullable Answer answer(String path) {
    String resource = resource(path);
    return resource == null ? null : READ.computeIfAbsent(resource, ConsoleFiles::read);
  }

  private static @Nullable String resource(String path) {
    return switch (path) {
      case "", "/" -> "/console/index.html";
      case "/console.css", "/console.js" -> "/console" + path;
      case "/contract/swagger-ui.css", "/contract/swagger-ui-bundle.js" ->
          SWAGGER_UI + path.substring("/contract/".length());
      default -> PART.matcher(path).matches() ? path : null;
    };
  }

  private static @Nullable Answer read(String resource) {
    if (resource.equals(CONTRACT_NAMES)) {
      return file(resource, contractNames().getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream in = ConsoleFiles.class.getResourceAsStream(resource)) {
      return in == null ? null : file(resource, in.readAllBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Returns a module that exports the operationIds, codes and families, each once. */
  private static String contractNames() {
    return constant("OPERATIONS", Arrays.stream(Operation.values()).map(Operation::id))
        + constant("CODES", Arrays.stream(Problem.values()).map(Problem::code))
        + constant("FAMILIES", Arrays.stream(Family.values()).map(Family::word));
  }

  private static String constant(String name, Stream<String> words) {
    return words.distinct().collect(joining("\", \"", "export const " + name + " = [\"", "\"];\n"));
  }

  private static Answer file(String path, byte[] body) {
    return new Answer(200, contentType(path), HEADERS, body);
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
