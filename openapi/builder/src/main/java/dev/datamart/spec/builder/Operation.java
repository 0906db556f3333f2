package dev.datamart.spec.builder;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation before the rules are applied.
 *
 * @param id operationId
 * @param path its path
 * @param method HTTP method in small letters
 * @param tag its tag
 * @param summary heading
 * @param description text
 * @param token {@code service}, {@code dataApp} or {@code either}
 * @param ownProblems the error situations that do not follow by rule
 * @param source page of the vendor's documentation
 * @param evidence strength of the source
 * @param requirement prefix of the conformance requirements
 * @param parameters names of its parameters
 * @param body name of its request body, if it takes one
 * @param succeeds what a success means
 * @param successor what to use instead, if it is deprecated
 */
record Operation(
    String id,
    String path,
    String method,
    String tag,
    String summary,
    String description,
    String token,
    List<String> ownProblems,
    String source,
    String evidence,
    String requirement,
    List<String> parameters,
    @Nullable String body,
    String succeeds,
    @Nullable Operation successor) {

  private static final String RECOMMENDED = "/api/v2/data-app";
  private static final String CAMEL = "/api/v2/dataApp";
  private static final Set<String> MEMBERS =
      Set.of(
          "operationId",
          "summary",
          "description",
          "token",
          "problems",
          "source",
          "evidence",
          "requirement",
          "parameters",
          "succeeds");
  private static final Set<String> VERB_MEMBERS =
      Set.of("successor", "alias", "path", "description", "problems", "source", "body");

  static Operation recommended(String tag, String path, String method, Tree node) {
    node.allowing(MEMBERS);
    String id = node.text("operationId");
    boolean sends = method.equals("post") || method.equals("put");
    return new Operation(
        id,
        path,
        method,
        tag,
        node.text("summary"),
        node.text("description"),
        node.text("token"),
        node.words("problems"),
        node.text("source"),
        node.text("evidence"),
        node.text("requirement"),
        node.words("parameters"),
        sends ? Words.capitalized(id) : null,
        node.text("succeeds"),
        null);
  }

  static Operation verbPath(Operation successor, Tree row) {
    row.allowing(VERB_MEMBERS);
    boolean isAlias = row.has("alias");
    String id = successor.id + "Legacy" + (isAlias ? "Alias" : "");
    String path = row.text("path");
    return successor.deprecated(
        id,
        path.startsWith("/") ? path : CAMEL + "/" + path,
        "post",
        " legacy",
        isAlias ? " (alias)" : " (verb in the path)",
        row.text("description"),
        row.has("problems") ? row.words("problems") : successor.ownProblems,
        row.text("source", successor.source),
        List.of(),
        body(id, row.text("body", ""), successor));
  }

  private static @Nullable String body(String id, String written, Operation successor) {
    return switch (written) {
      case "" -> successor.body;
      case "own" -> Words.capitalized(id);
      default -> written;
    };
  }

  boolean hasMirror() {
    return path.equals(RECOMMENDED) || path.startsWith(RECOMMENDED + "/");
  }

  Operation mirror() {
    return deprecated(
        id + "Mirror",
        CAMEL + path.substring(RECOMMENDED.length()),
        method,
        " mirror",
        " (camel path)",
        "It is the same operation below the old spelling of the path.",
        ownProblems,
        source,
        parameters,
        body);
  }

  /** Returns whether the body belongs to this spelling and to no other. */
  boolean hasBodyOfItsOwn() {
    return body != null && body.equals(Words.capitalized(id));
  }

  /** Returns the recommended operation that this is a spelling of. */
  Operation subject() {
    return successor == null ? this : successor;
  }

  private Operation deprecated(
      String otherId,
      String otherPath,
      String otherMethod,
      String tagEnd,
      String summaryEnd,
      String difference,
      List<String> otherProblems,
      String otherSource,
      List<String> otherParameters,
      @Nullable String otherBody) {
    String opening = "**Deprecated: use `%s`, %s %s.** ".formatted(id, Words.upper(method), path);
    return new Operation(
        otherId,
        otherPath,
        otherMethod,
        tag + tagEnd,
        summary + summaryEnd,
        Words.wrapped(opening + difference),
        token,
        otherProblems,
        otherSource,
        evidence,
        requirement,
        otherParameters,
        otherBody,
        succeeds,
        this);
  }
}
