package dev.datamart.mock.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.datamart.mock.handle.ServerHandle;
import java.io.IOException;

/** Writes answers without the tokens that open an organization, in whatever text they stand. */
final class MaskedJson {

  private final ObjectMapper mapper;

  MaskedJson(ServerHandle server) {
    mapper =
        AdminJson.MAPPER
            .copy()
            .registerModule(
                new SimpleModule()
                    .addSerializer(
                        String.class,
                        new Writer((text, out) -> out.writeString(server.masked(text))))
                    .addKeySerializer(
                        String.class,
                        new Writer((text, out) -> out.writeFieldName(server.masked(text)))));
  }

  byte[] bytes(Object value) {
    return AdminJson.bytes(value, mapper);
  }

  private interface Writing {
    void write(String text, JsonGenerator out) throws IOException;
  }

  private static final class Writer extends JsonSerializer<String> {
    private final Writing writing;

    Writer(Writing writing) {
      this.writing = writing;
    }

    @Override
    public void serialize(String text, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      writing.write(text, out);
    }
  }
}
