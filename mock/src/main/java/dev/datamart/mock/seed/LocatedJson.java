package dev.datamart.mock.seed;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.text.JsonFlaw;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows the line it stands on, so that a refusal can name it. */
public final class LocatedJson {

  /** Makes something of a value, such as a draft of it. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(LocatedJson at) throws SeedException;
  }

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String source;
  private final int line;

  /** A map of members, a list of items, a text, a number, a truth value; null for JSON's null. */
  private final @Nullable Object value;

  private final Set<String> asked = new HashSet<>();

  /** Where in the file that was read which is known by now, by identity: two parts can be equal. */
  private final Map<Object, LocatedJson> places;

  /** Reads the value at which the parser stands. */
  private LocatedJson(String source, JsonParser parser, Map<Object, LocatedJson> places)
      throws IOException {
    this.source = source;
    this.line = parser.currentTokenLocation().getLineNr();
    this.places = places;
    this.value =
        switch (parser.currentToken()) {
          case START_OBJECT -> {
            Map<String, LocatedJson> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
              String name = parser.currentName();
              parser.nextToken();
              members.put(name, new LocatedJson(source, parser, places));
            }
            yield members;
          }
          case START_ARRAY -> {
            List<LocatedJson> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              items.add(new LocatedJson(source, parser, places));
            }
            yield items;
          }
          case VALUE_STRING -> parser.getText();
          case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
          case VALUE_NULL -> null;
          default -> parser.getDecimalValue();
        };
  }

  public static LocatedJson parse(String source, byte[] json) throws SeedException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new SeedException(source, 1, "the file is empty");
      }
      LocatedJson root = new LocatedJson(source, parser, new IdentityHashMap<>());
      if (parser.nextToken() != null) {
        throw new SeedException(
            source, parser.currentLocation().getLineNr(), "there is more behind the end");
      }
      return root;
    } catch (JsonProcessingException malformed) {
      JsonFlaw flaw = JsonFlaw.of(malformed);
      throw new SeedException(source, flaw.line(), flaw.reason());
    } catch (IOException impossible) {
      throw new SeedException(source, 0, "cannot be read");
    }
  }

  public SeedException refuse(String reason) {
    return new SeedException(source, line, reason);
  }

  /** Refuses for what a rule says, with the line of the part that it means. */
  public SeedException refuse(Refusal refusal) {
    Object part = refusal.part();
    return (part == null ? this : places.getOrDefault(part, this)).refuse(refusal.reason());
  }

  /** Returns a member; null when it is left out or null. */
  private @Nullable LocatedJson member(String name) throws SeedException {
    asked.add(name);
    LocatedJson member = members().get(name);
    return member == null || member.value == null ? null : member;
  }

  /** Returns the items of a member that is a list; none when it is left out. */
  @SuppressWarnings("unchecked") // The items of a list are made in one place.
  public List<LocatedJson> list(String name) throws SeedException {
    LocatedJson member = member(name);
    return member == null ? List.of() : (List<LocatedJson>) member.cast(List.class, "a list");
  }

  /** Returns what is made of each item of a member that is a list; none when it is left out. */
  public <T> List<T> list(String name, Reader<T> reader) throws SeedException {
    List<T> list = new ArrayList<>();
    for (LocatedJson item : list(name)) {
      list.add(item.read(reader));
    }
    return list;
  }

  /** Returns what is made of a member; null when it is left out. */
  public <T> @Nullable T object(String name, Reader<T> reader) throws SeedException {
    LocatedJson member = member(name);
    return member == null ? null : member.read(reader);
  }

  /** Returns what is made of this value, and remembers where it came from. */
  public <T> T read(Reader<T> reader) throws SeedException {
    T made = reader.read(this);
    refuseUnknownMembers();
    places.put(made, this);
    return made;
  }

  /** Returns a text that names something. */
  public String text(String name) throws SeedException {
    LocatedJson member = member(name);
    if (member == null) {
      throw refuse("\"" + name + "\" is required here");
    }
    return member.text();
  }

  /** Returns a text, which may be empty as far as its form goes; null when it is left out. */
  public @Nullable String optionalText(String name) throws SeedException {
    LocatedJson member = member(name);
    return member == null ? null : member.cast(String.class, "a text");
  }

  public boolean flag(String name, boolean otherwise) throws SeedException {
    LocatedJson member = member(name);
    if (member == null) {
      return otherwise;
    }
    if (!(member.value instanceof Boolean flag)) {
      throw member.refuse("\"" + name + "\" must be true or false");
    }
    return flag;
  }

  /** Returns a moment; null when it is left out. */
  public @Nullable Instant time(String name) throws SeedException {
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

  /** Returns a moment, or the other when it is left out. */
  public Instant time(String name, Instant otherwise) throws SeedException {
    return requireNonNullElse(time(name), otherwise);
  }

  /** Returns the text that stands here and names something. */
  public String text() throws SeedException {
    if (!(value instanceof String text) || text.isEmpty()) {
      throw refuse("a text that is not empty must stand here");
    }
    return text;
  }

  /** Returns the texts of the list that stands here. */
  @SuppressWarnings("unchecked") // The items of a list are made in one place.
  public List<String> texts() throws SeedException {
    List<String> texts = new ArrayList<>();
    for (LocatedJson item : (List<LocatedJson>) cast(List.class, "a list")) {
      texts.add(item.text());
    }
    return texts;
  }

  /** Returns what stands here as maps, lists and plain values, whatever members it has. */
  public Object plain() {
    if (value instanceof Map<?, ?> members) {
      members.keySet().forEach(name -> asked.add(String.valueOf(name)));
    }
    return requireNonNull(PlainValue.of(value));
  }

  @Nullable Object value() {
    return value;
  }

  /** Refuses members that nobody asked for: a misspelt one would be lost without a word. */
  public void refuseUnknownMembers() throws SeedException {
    refuseUnknownMembers(name -> "\"" + name + "\" is not known here");
  }

  /** Refuses them in words of their own. */
  public void refuseUnknownMembers(UnaryOperator<String> reason) throws SeedException {
    if (value instanceof Map) {
      for (Map.Entry<String, LocatedJson> member : members().entrySet()) {
        if (!asked.contains(member.getKey())) {
          throw member.getValue().refuse(reason.apply(member.getKey()));
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // The members of an object are made in one place.
  private Map<String, LocatedJson> members() throws SeedException {
    return (Map<String, LocatedJson>) cast(Map.class, "an object");
  }

  private <T> T cast(Class<T> type, String named) throws SeedException {
    if (!type.isInstance(value)) {
      throw refuse(named + " must stand here");
    }
    return requireNonNull(type.cast(value));
  }
}
