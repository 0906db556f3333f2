package dev.datamart.mock.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * How values of the generated models are read where neither the models nor Jackson would keep to
 * the contract.
 */
final class StrictTypes extends SimpleModule {

  private static final long serialVersionUID = 1L;
  private static final String UNKNOWN = "UNKNOWN_DEFAULT_OPEN_API";

  StrictTypes() {
    addDeserializer(Integer.class, new Saturating());
    setDeserializerModifier(
        new BeanDeserializerModifier() {
          private static final long serialVersionUID = 1L;

          @Override
          public JsonDeserializer<?> modifyEnumDeserializer(
              DeserializationConfig config,
              JavaType type,
              BeanDescription description,
              JsonDeserializer<?> theirs) {
            return new EveryEnum(type.getRawClass());
          }
        });
  }

  /**
   * Reads a text as the constant it spells. The generated enums of optional members would turn an
   * unknown text into null, as if it had been left out, and numbers into texts.
   */
  private static final class EveryEnum extends JsonDeserializer<Object> {
    private final Class<?> type;

    EveryEnum(Class<?> type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return context.handleUnexpectedToken(type, parser);
      }
      Object unknown = null;
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(UNKNOWN)) {
          unknown = constant;
        } else if (constant.toString().equals(parser.getText())) {
          return constant;
        }
      }
      return unknown == null
          ? context.handleWeirdStringValue(type, parser.getText(), "not one of the values")
          : unknown;
    }
  }

  /**
   * Reads a whole number of any size, with or without zeros behind a point; what is larger than an
   * int is as large as one can be.
   */
  private static final class Saturating extends JsonDeserializer<Integer> {
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken().isNumeric()) {
        // Bounded before it is looked at: written out, 1e999999999 would fill the memory.
        BigDecimal bounded = parser.getDecimalValue().min(MOST).max(LEAST);
        if (bounded.stripTrailingZeros().scale() <= 0) {
          return bounded.intValue();
        }
      }
      return (Integer) context.handleUnexpectedToken(Integer.class, parser);
    }
  }
}
