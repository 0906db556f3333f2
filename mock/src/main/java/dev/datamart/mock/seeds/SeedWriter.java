package dev.datamart.mock.seeds;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import dev.datamart.mock.groups.Groups;
import dev.datamart.mock.seeds.Seed.SeedOrganization;
import java.time.Instant;
import java.util.List;

/** Writes organizations as the JSON that {@link SeedReader} reads; what it writes, it reads. */
public final class SeedWriter {

  /** What is null is left out. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
          .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
          .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
          .build();

  private SeedWriter() {}

  /** Returns the whole seed, tokens included. */
  public static ObjectNode seed(Seed seed) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode organizations = json.putArray("organizations");
    for (SeedOrganization one : seed.organizations()) {
      ObjectNode organization =
          organizations.addObject().put("id", one.id()).put("name", one.organization().name());
      for (Kind<?> kind : Kind.ALL) {
        if (kind.owner() == null) {
          putAll(organization, kind, Ref.NOBODY, one.organization());
        }
      }
    }
    return json;
  }

  /** Returns the seed of one organization. */
  public static ObjectNode seed(String id, Organization organization) {
    return seed(new Seed(List.of(new SeedOrganization(id, organization))));
  }

  /** Returns one thing, without what it owns; its owner is told by the place where it stands. */
  public static <T extends Keyed> JsonNode thing(Kind<T> kind, T thing) {
    JsonNode json = MAPPER.valueToTree(Groups.seedForm(kind).written().apply(thing));
    if (kind.owner() != null) {
      ((ObjectNode) json).remove(kind.owner().word() + "Name");
    }
    return json;
  }

  private static <T extends Keyed> void putAll(
      ObjectNode to, Kind<T> kind, String owner, Organization from) {
    ArrayNode list = to.putArray(kind.plural());
    for (T thing : from.of(kind, owner)) {
      JsonNode json = thing(kind, thing);
      list.add(json);
      for (Kind<?> owned : kind.owned()) {
        putAll((ObjectNode) json, owned, thing.key(), from);
      }
    }
  }
}
