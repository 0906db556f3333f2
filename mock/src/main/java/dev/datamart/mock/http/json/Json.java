package dev.datamart.mock.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.datamart.stub.model.AccessSettings;
import dev.datamart.stub.model.ApiTokenItem;
import dev.datamart.stub.model.CreateDataAppResponse;
import dev.datamart.stub.model.DashboardItem;
import dev.datamart.stub.model.DataAppEmbed;
import dev.datamart.stub.model.DataAppItem;
import dev.datamart.stub.model.DatamartItem;
import dev.datamart.stub.model.DatamartTable;
import dev.datamart.stub.model.DatasourceItem;
import dev.datamart.stub.model.EmbedItem;
import dev.datamart.stub.model.MetricItem;
import dev.datamart.stub.model.Relationship;
import dev.datamart.stub.model.TableTenancySetting;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The mapper between JSON and the generated models. It never bends a value into another type: where
 * a text is documented, a number is refused.
 */
public final class Json {

  public static final ObjectMapper MAPPER = build();

  private Json() {}

  private static ObjectMapper build() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addHandler(new UnknownMembers())
            .addModule(new StrictTypes())
            .addModule(new SimpleModule().addSerializer(OffsetDateTime.class, new UtcMillis()))
            .withCoercionConfig(
                LogicalType.Textual,
                text ->
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    for (Class<?> item :
        List.of(
            ApiTokenItem.class,
            CreateDataAppResponse.class,
            DashboardItem.class,
            DataAppEmbed.class,
            DataAppItem.class,
            DatasourceItem.class,
            EmbedItem.class,
            MetricItem.class)) {
      builder.addMixIn(item, OptionalId.class);
    }
    return builder
        .addMixIn(DatamartItem.class, OptionalDetails.class)
        .addMixIn(AccessSettings.class, OptionalAlias.class)
        .build();
  }

  /** Items may carry an identifier beside the documented members; the mock's do not. */
  @SuppressWarnings("UnusedMethod")
  private interface OptionalId {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable UUID getId();
  }

  /** A datamart that is listed without details lacks these; it does not show them as null. */
  @SuppressWarnings("UnusedMethod")
  private interface OptionalDetails extends OptionalId {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable List<DatamartTable> getDatamartTables();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable List<Relationship> getDatamartRelationships();
  }

  /** The old name of {@code tableTenancySettings} is read and never written. */
  @SuppressWarnings("UnusedMethod")
  private interface OptionalAlias {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable List<TableTenancySetting> getTableList();
  }

  /** Times are ISO 8601 in UTC, as the vendor writes them. */
  private static final class UtcMillis extends JsonSerializer<OffsetDateTime> {
    @Override
    public void serialize(OffsetDateTime time, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(time.toInstant().toString());
    }
  }
}
