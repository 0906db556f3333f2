package dev.datamart.mock.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes over members that the contract does not have, as the vendor does, but tells the reader.
 */
final class UnknownMembers extends DeserializationProblemHandler {

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      @Nullable JsonDeserializer<?> deserializer,
      Object bean,
      String name)
      throws IOException {
    Collection<Object> known = deserializer == null ? null : deserializer.getKnownPropertyNames();
    JsonBody.Reader reader = (JsonBody.Reader) context.getAttribute(JsonBody.Reader.class);
    if (reader != null) {
      reader.meetsUnknown(name, known == null ? List.of() : known);
    }
    parser.skipChildren();
    return true;
  }
}
