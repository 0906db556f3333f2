package dev.datamart.mock.admin;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.ServiceToken;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.world.NewOrganization;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organizations of a server: worlds of their own for tests that run side by side. */
@Path("/__mock")
@Produces("application/json")
public final class OrganizationsAdmin {

  private final ServerHandle server;

  public OrganizationsAdmin(ServerHandle server) {
    this.server = server;
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
    return new Summaries(server.organizations().stream().map(OrganizationsAdmin::summary).toList());
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
  public Response create(Wanted wanted) throws Exception {
    Integer seconds = wanted.timeToLiveSeconds();
    NewOrganization start =
        (wanted.state() == null
                ? NewOrganization.of(wanted.seed() == null ? "demo" : wanted.seed())
                : NewOrganization.startingAs(
                    server.read(AdminJson.MAPPER.writeValueAsBytes(wanted.state()))))
            .withId(wanted.id())
            .withName(wanted.name())
            .withTimeToLive(seconds == null ? null : Duration.ofSeconds(seconds))
            .withIdentifierSeed(wanted.identifierSeed());
    OrganizationHandle made = AdminException.doing(() -> server.newOrganization(start));
    return Response.status(201).entity(created(made)).build();
  }

  @GET
  @Path("organizations/{id}")
  public Summary one(@PathParam("id") String id) {
    return summary(server.organization(id));
  }

  @DELETE
  @Path("organizations/{id}")
  public Dropped drop(@PathParam("id") String id) {
    server.organization(id).close();
    return new Dropped(id);
  }

  /** Returns the state, tokens included, as a seed: the backup before a delete. */
  @GET
  @Path("organizations/{id}/state")
  public String state(@PathParam("id") String id) {
    return server.organization(id).state().export();
  }

  /** Replaces the state by one that was exported. */
  @PUT
  @Path("organizations/{id}/state")
  public Summary load(@PathParam("id") String id, byte[] json) throws Exception {
    OrganizationHandle organization = server.organization(id);
    return AdminException.doing(
        () -> {
          organization.state().load(json);
          return summary(organization);
        });
  }

  private static Created created(OrganizationHandle made) {
    Organization organization = made.state().now();
    return new Created(
        made.id(),
        organization.name(),
        organization.all(Kind.SERVICE_TOKEN).stream().map(ServiceToken::value).toList(),
        organization.all(Kind.API_TOKEN).stream()
            .map(token -> new Created.Key(token.dataAppName(), token.value()))
            .toList());
  }

  private static Summary summary(OrganizationHandle handle) {
    Organization organization = handle.state().now();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Kind<?> kind : Kind.ALL) {
      if (kind.isCounted()) {
        counts.put(kind.plural(), organization.count(kind));
      }
    }
    return new Summary(handle.id(), organization.name(), handle.state().version(), counts);
  }
}
