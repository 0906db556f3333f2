package dev.datamart.mock.admin;

import static dev.datamart.mock.admin.AdminRoute.route;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.admin.AdminRoute.Reply;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.ServiceToken;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.json.Range;
import dev.datamart.mock.seeds.Seeds;
import dev.datamart.mock.world.NewOrganization;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organizations of a server: worlds of their own for tests that run side by side. */
final class OrganizationsAdmin {

  static final List<AdminRoute> ROUTES =
      List.of(
          route("GET organizations", OrganizationsAdmin::list),
          // The one time that the tokens are told.
          route("POST organizations", Wanted.class, OrganizationsAdmin::create).asItIs(),
          route("GET organizations/{id}", call -> Summary.of(call.organization())),
          route("DELETE organizations/{id}", OrganizationsAdmin::drop),
          // The state, tokens included, as a seed: the backup before a delete.
          route("GET organizations/{id}/state", call -> call.organization().state().export()),
          route("PUT organizations/{id}/state", byte[].class, OrganizationsAdmin::load));

  private OrganizationsAdmin() {}

  /**
   * What a new organization is asked to be.
   *
   * @param seed the seed whose first organization it starts as; {@code demo} when left out
   * @param state an exported state to start as, instead of a seed; its tokens are replaced
   * @param timeToLiveSeconds it is dropped when nobody has called for so long
   * @param identifierSeed what its identifiers and tokens are made from
   */
  record Wanted(
      @Range(isIdentifier = true) @Nullable String id,
      @Range @Nullable String name,
      @Range @Nullable String seed,
      @Nullable JsonNode state,
      @Range(most = Integer.MAX_VALUE) @Nullable Integer timeToLiveSeconds,
      @Range(least = Long.MIN_VALUE, most = Long.MAX_VALUE) @Nullable Long identifierSeed) {

    /** Refuses a file, which the caller could only guess at, and two beginnings. */
    Wanted {
      if (seed != null && !Seeds.NAMES.contains(seed)) {
        throw new IllegalArgumentException(
            "\"seed\" takes "
                + String.join(", ", Seeds.NAMES)
                + "; what is in a file is given as \"state\", or loaded with --seed at start.");
      }
      if (seed != null && state != null) {
        throw new IllegalArgumentException("Give either \"seed\" or \"state\", not both.");
      }
    }
  }

  /** A new organization with the only sight of its tokens. */
  record Created(String id, String name, List<String> serviceTokens, List<Key> apiKeys) {
    /** An API key of one of its data apps. */
    record Key(String dataAppName, String key) {}

    static Created of(OrganizationHandle made) {
      Organization organization = made.state().now();
      return new Created(
          made.id(),
          organization.name(),
          organization.all(Kind.SERVICE_TOKEN).stream().map(ServiceToken::value).toList(),
          organization.all(Kind.API_TOKEN).stream()
              .map(token -> new Key(token.dataAppName(), token.value()))
              .toList());
    }
  }

  /** An organization in the list, with the counts of what it owns. */
  record Summary(String id, String name, long version, @JsonAnyGetter Map<String, Integer> counts) {
    static Summary of(OrganizationHandle handle) {
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

  private static Map<String, List<Summary>> list(AdminCall call) {
    return Map.of(
        "organizations", call.server().organizations().stream().map(Summary::of).toList());
  }

  private static Reply create(AdminCall call, Wanted wanted) throws Exception {
    ServerHandle server = call.server();
    AdminException.refuseToken(wanted.id(), server.world().organizations());
    Integer seconds = wanted.timeToLiveSeconds();
    NewOrganization start =
        (wanted.state() == null
                ? NewOrganization.of(requireNonNullElse(wanted.seed(), "demo"))
                : NewOrganization.startingAs(
                    server.read(AdminJson.bytes(wanted.state().toString()))))
            .withId(wanted.id())
            .withName(wanted.name())
            .withTimeToLive(seconds == null ? null : Duration.ofSeconds(seconds))
            .withIdentifierSeed(wanted.identifierSeed());
    return new Reply(201, Created.of(AdminException.doing(() -> server.newOrganization(start))));
  }

  private static Map<String, String> drop(AdminCall call) {
    OrganizationHandle organization = call.organization();
    organization.close();
    return Map.of("id", organization.id());
  }

  /** Replaces the state by one that was exported. */
  private static Summary load(AdminCall call, byte[] json) throws Exception {
    OrganizationHandle organization = call.organization();
    return AdminException.doing(
        () -> {
          organization.state().load(json);
          return Summary.of(organization);
        });
  }
}
