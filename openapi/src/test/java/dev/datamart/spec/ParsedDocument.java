package dev.datamart.spec;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The document as a parser of others reads it: what the generated types must agree with. */
final class ParsedDocument {

  /** An operation, and where it is. */
  record Place(String path, String method, io.swagger.v3.oas.models.Operation operation) {

    Object extension(String member) {
      return ((Map<?, ?>) operation.getExtensions().get("x-databrain")).get(member);
    }

    /** Returns the names of the query parameters, all of them or those that are required. */
    List<String> parameters(boolean requiredOnly) {
      return Stream.ofNullable(operation.getParameters())
          .flatMap(List::stream)
          .filter(parameter -> !requiredOnly || Boolean.TRUE.equals(parameter.getRequired()))
          .map(parameter -> parameter.getName())
          .toList();
    }

    /** Returns the body that it takes; null if it takes none. */
    RequestBody body() {
      RequestBody written = operation.getRequestBody();
      return written == null || written.get$ref() == null
          ? written
          : ROOT.getComponents().getRequestBodies().get(last(written.get$ref()));
    }

    String request() {
      return body() == null ? null : schema(body().getContent());
    }

    String response() {
      ApiResponse written = operation.getResponses().get("200");
      return written.get$ref() == null
          ? schema(written.getContent())
          : schema(ROOT.getComponents().getResponses().get(last(written.get$ref())).getContent());
    }

    private static String schema(Content content) {
      return nameOf(content.get("application/json").getSchema());
    }
  }

  private static final OpenAPI ROOT = parsed();

  private ParsedDocument() {}

  /** Returns the operations by their IDs. */
  static Map<String, Place> operations() {
    Map<String, Place> found = new LinkedHashMap<>();
    ROOT.getPaths().forEach((path, item) -> places(path, item).forEach(found::put));
    return found;
  }

  /** Returns the rows of the catalogue. */
  static List<?> problems() {
    return (List<?>) ((Map<?, ?>) ROOT.getExtensions().get("x-databrain")).get("problems");
  }

  /** Returns the objects by their names. */
  static Map<String, Schema<?>> objects() {
    Map<String, Schema<?>> found = new LinkedHashMap<>();
    ROOT.getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              if ("object".equals(schema.getType())) {
                found.put(name, schema);
              }
            });
    return found;
  }

  /** Returns a member as this document describes it. */
  static Member member(String name, boolean isRequired, Schema<?> written) {
    Schema<?> schema = target(written);
    Schema<?> items = schema.getItems() == null ? null : target(schema.getItems());
    return new Member(
        name,
        kind(schema),
        isRequired,
        isTrue(written.getNullable()) || isTrue(schema.getNullable()),
        isTrue(written.getReadOnly()) || isTrue(schema.getReadOnly()),
        isTrue(written.getWriteOnly()) || isTrue(schema.getWriteOnly()),
        schema.getMinLength() == null && schema.getMinItems() == null,
        "password".equals(schema.getFormat()),
        items == null ? null : kind(items),
        constant(items == null ? written : schema.getItems()),
        Stream.ofNullable(schema.getEnum())
            .flatMap(List::stream)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .toList(),
        schema.getPattern());
  }

  private static boolean isTrue(Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  private static Kind kind(Schema<?> schema) {
    if (schema.getType() == null) {
      return Kind.ANY;
    }
    return schema.getType().equals("array")
        ? Kind.LIST
        : Kind.valueOf(schema.getType().toUpperCase(Locale.ROOT));
  }

  private static String constant(Schema<?> written) {
    return Arrays.stream(dev.datamart.spec.Schema.values())
        .filter(object -> object.id().equals(nameOf(written)))
        .map(Enum::name)
        .findFirst()
        .orElse(null);
  }

  /** Returns what a schema refers to, alone or with something beside it; itself if nothing. */
  private static Schema<?> target(Schema<?> schema) {
    String name = nameOf(schema);
    return name == null ? schema : ROOT.getComponents().getSchemas().get(name);
  }

  /** Returns the name of what a schema refers to; null if it is written in place. */
  private static String nameOf(Schema<?> schema) {
    return Stream.concat(
            Stream.of(schema), Stream.ofNullable(schema.getAllOf()).flatMap(List::stream))
        .map(Schema::get$ref)
        .filter(Objects::nonNull)
        .map(ParsedDocument::last)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, Place> places(String path, PathItem item) {
    Map<String, Place> found = new LinkedHashMap<>();
    item.readOperationsMap()
        .forEach(
            (method, operation) ->
                found.put(operation.getOperationId(), new Place(path, method.name(), operation)));
    return found;
  }

  private static String last(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static OpenAPI parsed() {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    return new OpenAPIV3Parser()
        .readContents(ContractSpec.load().text(), null, options)
        .getOpenAPI();
  }
}
