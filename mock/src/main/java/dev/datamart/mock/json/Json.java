package dev.datamart.mock.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/**
 * The mapper between JSON and the generated models. It never bends a value into another type: where
 * a text is documented, a number is refused. Which members are written as null and which are left
 * out when they are not set, the models say themselves.
 */
public final class Json {

  public static final ObjectMapper MAPPER = build();
  private static final String UNKNOWN = "UNKNOWN_DEFAULT_OPEN_API";

  private Json() {}

  private static ObjectMapper build() {
    return JsonMapper.builder()
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .addHandler(new JsonBody.UnknownMembers())
        .addModule(
            new SimpleModule()
                .addDeserializer(Integer.class, new Saturating())
                .addSerializer(OffsetDateTime.class, new UtcMillis())
                .setDeserializerModifier(new EnumModifier()))
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  /** Times are ISO 8601 in UTC, as the vendor writes them. */
  private static final class UtcMillis extends JsonSerializer<OffsetDateTime> {
    @Override
    public void serialize(OffsetDateTime time, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(time.toInstant().toString());
    }
  }

  private static final class EnumModifier extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonDeserializer<?> theirs) {
      return new EveryEnum(type.getRawClass());
    }
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
