package dev.datamart.mock.seed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows the line it stands on, so that a refusal can name it. */
final class LocatedJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String source;
  private final int line;
  private final Object value;
  private final Set<String> asked = new HashSet<>();

  private LocatedJson(String source, int line, Object value) {
    this.source = source;
    this.line = line;
    this.value = value;
  }

  static LocatedJson parse(String source, byte[] json) throws SeedException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new SeedException(source, 1, "the file is empty");
      }
      LocatedJson root = read(source, parser);
      if (parser.nextToken() != null) {
        throw new SeedException(
            source, parser.currentLocation().getLineNr(), "there is more behind the end");
      }
      return root;
    } catch (JsonProcessingException malformed) {
      int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNr();
      throw new SeedException(source, line, "not valid JSON: " + malformed.getOriginalMessage());
    } catch (IOException impossible) {
      throw new SeedException(source, 0, "cannot be read");
    }
  }

  private static LocatedJson read(String source, JsonParser parser) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, LocatedJson> members = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, read(source, parser));
      }
      return new LocatedJson(source, line, members);
    }
    if (token == JsonToken.START_ARRAY) {
      List<LocatedJson> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(read(source, parser));
      }
      return new LocatedJson(source, line, items);
    }
    Object scalar =
        switch (token) {
          case VALUE_STRING -> parser.getText();
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          case VALUE_NULL -> Null.NULL;
          default -> parser.getDecimalValue();
        };
    return new LocatedJson(source, line, scalar);
  }

  private enum Null {
    NULL
  }

  SeedException refuse(String reason) {
    return new SeedException(source, line, reason);
  }

  /** Returns a member; null when it is left out or null. */
  @Nullable LocatedJson member(String name) throws SeedException {
    asked.add(name);
    LocatedJson member = members().get(name);
    return member == null || member.value == Null.NULL ? null : member;
  }

  LocatedJson required(String name) throws SeedException {
    LocatedJson member = member(name);
    if (member == null) {
      throw refuse("\"" + name + "\" is required here");
    }
    return member;
  }

  /** Returns the items of a member that is a list; none when it is left out. */
  List<LocatedJson> list(String name) throws SeedException {
    LocatedJson member = member(name);
    return member == null ? List.of() : member.items();
  }

  String text(String name) throws SeedException {
    return required(name).text();
  }

  @Nullable String optionalText(String name) throws SeedException {
    LocatedJson member = member(name);
    return member == null ? null : member.text();
  }

  String oneOf(String name, List<String> values) throws SeedException {
    String text = text(name);
    if (!values.contains(text)) {
      throw required(name).refuse("\"" + name + "\" must be one of " + String.join(", ", values));
    }
    return text;
  }

  boolean flag(String name) throws SeedException {
    LocatedJson member = member(name);
    if (member != null && !(member.value instanceof Boolean)) {
      throw member.refuse("\"" + name + "\" must be true or false");
    }
    return member != null && Boolean.TRUE.equals(member.value);
  }

  boolean flagOrTrue(String name) throws SeedException {
    return member(name) == null || flag(name);
  }

  @Nullable Instant time(String name) throws SeedException {
    LocatedJson member = member(name);
    if (member == null) {
      return null;
    }
    try {
      return Instant.parse(member.text());
    } catch (DateTimeException malformed) {
      throw member.refuse("\"" + name + "\" must be a time like 2024-01-15T10:30:00Z");
    }
  }

  String text() throws SeedException {
    if (!(value instanceof String text) || text.isEmpty()) {
      throw refuse("a text that is not empty must stand here");
    }
    return text;
  }

  /** Refuses members that nobody asked for: a misspelt one would be lost without a word. */
  void refuseUnknownMembers() throws SeedException {
    for (Map.Entry<String, LocatedJson> member : members().entrySet()) {
      if (!asked.contains(member.getKey())) {
        throw member.getValue().refuse("\"" + member.getKey() + "\" is not known here");
      }
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, LocatedJson> members() throws SeedException {
    if (!(value instanceof Map)) {
      throw refuse("an object must stand here");
    }
    return (Map<String, LocatedJson>) value;
  }

  @SuppressWarnings("unchecked")
  private List<LocatedJson> items() throws SeedException {
    if (!(value instanceof List)) {
      throw refuse("a list must stand here");
    }
    return (List<LocatedJson>) value;
  }
}
