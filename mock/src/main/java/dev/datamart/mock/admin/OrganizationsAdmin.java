package dev.datamart.mock.admin;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.ServiceToken;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seeds.Seed;
import dev.datamart.mock.seeds.Seed.SeedOrganization;
import dev.datamart.mock.seeds.SeedReader;
import dev.datamart.mock.seeds.SeedWriter;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.world.MockState;
import dev.datamart.mock.world.NewOrganization;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organizations of a server: worlds of their own for tests that run side by side. */
@Path("/__mock")
@Produces("application/json")
public final class OrganizationsAdmin {

  private final MockState world;

  public OrganizationsAdmin(MockState world) {
    this.world = world;
  }

  /**
   * What a new organization is asked to be.
   *
   * @param seed the seed whose first organization it starts as; {@code demo} when left out
   * @param state an exported state to start as, instead of a seed; its tokens are replaced
   * @param timeToLiveSeconds it is dropped when nobody has called for so long
   * @param identifierSeed what its identifiers and tokens are made from
   */
  public record Wanted(
      @Nullable String id,
      @Nullable String name,
      @Nullable String seed,
      @Nullable JsonNode state,
      @Nullable Integer timeToLiveSeconds,
      @Nullable Long identifierSeed) {}

  /** A new organization with the only sight of its tokens. */
  public record Created(String id, String name, List<String> serviceTokens, List<Key> apiKeys) {
    /** An API key of one of its data apps. */
    public record Key(String dataAppName, String key) {}
  }

  /** An organization in the list, with the counts of what it owns. */
  public record Summary(
      String id, String name, long version, @JsonAnyGetter Map<String, Integer> counts) {}

  /** What organizations own, for whoever shows it. */
  public record Kinds(List<Row> kinds) {
    /** One noun: the words for one and for many in JSON, and the word that people read. */
    public record Row(
        String word, String plural, String label, @Nullable String owner, boolean isSecret) {}
  }

  /** The list. */
  public record Summaries(List<Summary> organizations) {}

  /** What was dropped. */
  public record Dropped(String id) {}

  @GET
  @Path("organizations")
  public Summaries list() {
    return new Summaries(
        world.organizations().all().stream()
            .sorted(Comparator.comparing(OrganizationState::id))
            .map(OrganizationsAdmin::summary)
            .toList());
  }

  @GET
  @Path("kinds")
  public Kinds kinds() {
    return new Kinds(
        Kind.ALL.stream()
            .map(
                kind ->
                    new Kinds.Row(
                        kind.word(),
                        kind.plural(),
                        kind.label(),
                        kind.owner() == null ? null : kind.owner().word(),
                        kind.isSecret()))
            .toList());
  }

  @POST
  @Path("organizations")
  public Response create(Wanted wanted) {
    Integer seconds = wanted.timeToLiveSeconds();
    NewOrganization start =
        wanted.state() == null
            ? NewOrganization.of(wanted.seed() == null ? "demo" : wanted.seed())
            : NewOrganization.startingAs(state(wanted.state()));
    try {
      OrganizationState made =
          world.newOrganization(
              start
                  .withId(wanted.id())
                  .withName(wanted.name())
                  .withTimeToLive(seconds == null ? null : Duration.ofSeconds(seconds))
                  .withIdentifierSeed(wanted.identifierSeed()));
      return Response.status(201).entity(created(made)).build();
    } catch (SeedException wrong) {
      throw AdminException.badRequest(wrong.getMessage() + ".");
    } catch (IllegalArgumentException taken) {
      throw AdminException.conflict(String.valueOf(taken.getMessage()));
    }
  }

  @GET
  @Path("organizations/{id}")
  public Summary one(@PathParam("id") String id) {
    return summary(Lookup.organization(world, id));
  }

  @DELETE
  @Path("organizations/{id}")
  public Dropped drop(@PathParam("id") String id) {
    Lookup.organization(world, id);
    world.drop(id);
    return new Dropped(id);
  }

  /** Returns the state, tokens included, as a seed: the backup before a delete. */
  @GET
  @Path("organizations/{id}/state")
  public ObjectNode state(@PathParam("id") String id) {
    return SeedWriter.seed(id, Lookup.organization(world, id).current().organization());
  }

  /** Replaces the state by one that was exported. */
  @PUT
  @Path("organizations/{id}/state")
  public Summary load(@PathParam("id") String id, byte[] json) {
    OrganizationState state = Lookup.organization(world, id);
    Organization loaded = only(read(json)).organization();
    try {
      world.organizations().load(state, loaded);
    } catch (IllegalArgumentException taken) {
      throw AdminException.conflict(String.valueOf(taken.getMessage()));
    }
    return summary(state);
  }

  private Organization state(JsonNode json) {
    try {
      return only(read(AdminJson.MAPPER.writeValueAsBytes(json))).organization();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Seed read(byte[] json) {
    try {
      return SeedReader.read("the state", json, world.clock().instant());
    } catch (SeedException wrong) {
      throw AdminException.badRequest(wrong.getMessage() + ".");
    }
  }

  private static SeedOrganization only(Seed seed) {
    if (seed.organizations().size() != 1) {
      throw AdminException.badRequest("The state must be of exactly one organization.");
    }
    return seed.organizations().get(0);
  }

  private static Created created(OrganizationState made) {
    Organization organization = made.current().organization();
    return new Created(
        made.id(),
        organization.name(),
        organization.all(Kind.SERVICE_TOKEN).stream().map(ServiceToken::value).toList(),
        organization.all(Kind.API_TOKEN).stream()
            .map(token -> new Created.Key(token.dataAppName(), token.value()))
            .toList());
  }

  private static Summary summary(OrganizationState state) {
    Organization organization = state.current().organization();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Kind<?> kind : Kind.ALL) {
      if (kind.isCounted()) {
        counts.put(kind.plural(), organization.count(kind));
      }
    }
    return new Summary(state.id(), organization.name(), state.current().number(), counts);
  }
}
