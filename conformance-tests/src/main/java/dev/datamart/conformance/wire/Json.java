package dev.datamart.conformance.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Writes and reads JSON trees in few words. */
public final class Json {
  private static final int MOST_VALUES = 500_000;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  // A server may send names without end, and those that are interned stay.
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .build())
          // One value and then more is no JSON.
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /** An object of alternating member names and values. */
  public static ObjectNode object(@Nullable Object... namesAndValues) {
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.set(String.valueOf(namesAndValues[i]), node(namesAndValues[i + 1]));
    }
    return object;
  }

  public static ArrayNode array(@Nullable Object... values) {
    ArrayNode array = NODES.arrayNode();
    for (Object value : values) {
      array.add(node(value));
    }
    return array;
  }

  /** The JSON value of a string, number, boolean, list, null or a tree that is one already. */
  public static JsonNode node(@Nullable Object value) {
    return value instanceof JsonNode tree ? tree : MAPPER.valueToTree(value);
  }

  /** It may be JSON, but with more values, or deeper, than any that is read. */
  static final class TooMuch extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    TooMuch() {
      super("the answer has too many values, or too deep ones, to be read");
    }
  }

  /** The tree of a text, or a missing node when the text is not JSON. */
  public static JsonNode read(String text) {
    try {
      return read(text.getBytes(StandardCharsets.UTF_8));
    } catch (TooMuch unreadable) {
      return MissingNode.getInstance();
    }
  }

  /**
   * The tree of an answer in UTF-8, or a missing node when the bytes are not JSON; throws {@link
   * TooMuch}.
   */
  static JsonNode read(byte[] bytes) {
    // Jackson would take UTF-16 and UTF-32 as well, which have a zero byte in any two.
    boolean wide = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
    try {
      return wide ? MissingNode.getInstance() : readCounting(bytes);
    } catch (StreamConstraintsException tooMuch) {
      throw new TooMuch();
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  /**
   * Counts what it reads: Jackson does so by itself from 2.18 on, and the suite also runs beside
   * older ones.
   */
  private static JsonNode readCounting(byte[] bytes) throws IOException {
    try (JsonParser parser = new CountingParser(MAPPER.createParser(bytes))) {
      JsonNode tree = MAPPER.readTree(parser);
      return tree == null ? MissingNode.getInstance() : tree;
    }
  }

  private static final class CountingParser extends JsonParserDelegate {
    private int tokens;

    CountingParser(JsonParser parser) {
      super(parser);
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
      if (++tokens > 2 * MOST_VALUES) {
        throw new TooMuch();
      }
      return super.nextToken();
    }
  }

  /** The entries of a list, or the values of the members of an object. */
  public static Stream<JsonNode> stream(JsonNode tree) {
    return StreamSupport.stream(tree.spliterator(), false);
  }

  /** Whether an object in a JSON text has two members of one name, of which a reader sees one. */
  public static boolean repeatsMember(String text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      boolean more = true;
      while (more) {
        more = parser.nextToken() != null;
      }
      return false;
    } catch (IOException repeated) {
      return true;
    }
  }

  /** The text at a JSON pointer, or null when there is none. */
  public static @Nullable String text(JsonNode tree, String pointer) {
    JsonNode node = tree.at(pointer);
    return node.isTextual() ? node.textValue() : null;
  }
}
