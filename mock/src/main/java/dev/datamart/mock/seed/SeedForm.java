package dev.datamart.mock.seed;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** How a seed spells the things of one kind. */
public interface SeedForm<T extends Keyed> {

  Kind<T> kind();

  /** Returns the key of the thing that is written there. */
  default String key(LocatedJson at) throws SeedException {
    return at.text("name");
  }

  /**
   * Reads the draft that a call would make of it, and returns the change that adds it by the same
   * rules. What it owns is not asked for: it is read by the forms of its own kind.
   *
   * @param owner the key of what owns it
   * @param now when it was made, if it does not say so
   */
  UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now) throws SeedException;

  /** Returns the thing as it is read: its members by their names, without those that are null. */
  default JsonNode write(T thing) {
    return Members.MAPPER.valueToTree(thing);
  }

  /** Made with the first state that is written: most servers write none. */
  final class Members {
    private static final ObjectMapper MAPPER =
        JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .build();

    private Members() {}
  }
}
