package dev.datamart.mock.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.handle.ExchangeJson;
import dev.datamart.mock.journal.CallCount;
import dev.datamart.mock.journal.Exchange;
import dev.datamart.mock.journal.ExchangeFilter;
import dev.datamart.mock.journal.Verification;
import dev.datamart.mock.world.MockState;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened: look at it, prove it, take it along. */
@Path("/__mock")
public final class JournalAdmin {

  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  private final MockState world;

  public JournalAdmin(MockState world) {
    this.world = world;
  }

  /**
   * Exchanges, oldest first.
   *
   * @param count how many were recorded since the start
   */
  public record Exchanges(long count, List<ExchangeJson> exchanges) {}

  /**
   * What must have happened: that many exchanges of that kind.
   *
   * @param count exactly so many; at least one when nothing is said
   */
  public record Claim(
      @Nullable ExchangeFilter filter,
      @Nullable Integer count,
      @Nullable Integer atLeast,
      @Nullable Integer atMost) {}

  /** Whether it did. */
  public record Verdict(
      boolean isVerified, int found, String sentence, List<ExchangeJson> exchanges) {}

  @GET
  @Path("journal")
  @Produces("application/json")
  public Exchanges list(@Context UriInfo address) {
    FilterParams wanted = FilterParams.of(address);
    List<ExchangeJson> shown =
        find(wanted.filter(), wanted.limit(USUAL, MOST)).stream()
            .map(e -> ExchangeJson.of(world, e))
            .toList();
    return new Exchanges(world.journal().count(), shown);
  }

  @GET
  @Path("journal/{number : \\d+}")
  @Produces("application/json")
  public ExchangeJson one(@PathParam("number") long number) {
    return world
        .journal()
        .find(number)
        .map(e -> ExchangeJson.of(world, e))
        .orElseThrow(() -> AdminException.notFound("Exchange " + number + " is not kept."));
  }

  /** Forgets all exchanges, or those of one organization. */
  @DELETE
  @Path("journal")
  @Produces("application/json")
  public Exchanges clear(@QueryParam("organization") @Nullable String organization) {
    if (organization == null) {
      world.journal().clear();
    } else {
      world.journal().clear(organization);
    }
    return new Exchanges(world.journal().count(), List.of());
  }

  /** Answers 200 when the claim holds and 409 when it does not, with what was found. */
  @POST
  @Path("journal/verify")
  @Produces("application/json")
  public Response verify(Claim claim) {
    ExchangeFilter filter =
        claim.filter() == null ? ExchangeFilter.ALL : FilterParams.checked(claim.filter());
    checkCounts(claim);
    CallCount wanted = CallCount.of(claim.count(), claim.atLeast(), claim.atMost());
    Verification result = world.journal().verify(filter, wanted);
    List<ExchangeJson> shown =
        result.found().stream().limit(20).map(e -> ExchangeJson.of(world, e)).toList();
    return Response.status(result.holds() ? 200 : 409)
        .entity(new Verdict(result.holds(), result.found().size(), result.sentence(), shown))
        .build();
  }

  /** Refuses a claim that can never hold, or always does by a slip. */
  private static void checkCounts(Claim claim) {
    int least = claim.atLeast() == null ? 0 : claim.atLeast();
    int most = claim.atMost() == null ? Integer.MAX_VALUE : claim.atMost();
    boolean isSaidTwice =
        claim.count() != null && (claim.atLeast() != null || claim.atMost() != null);
    if (isSaidTwice || least < 0 || most < least || (claim.count() != null && claim.count() < 0)) {
      throw AdminException.badRequest(
          "Give either \"count\", or \"atLeast\" and \"atMost\", none of them negative.");
    }
  }

  @GET
  @Path("journal/har")
  @Produces("application/json")
  public ObjectNode har(@Context UriInfo address) {
    return Har.of(world, found(address));
  }

  @GET
  @Path("journal/curl")
  @Produces("text/plain; charset=utf-8")
  public String curl(@Context UriInfo address) {
    return found(address).stream()
        .map(e -> ExchangeJson.of(world, e).curl() + "\n")
        .collect(Collectors.joining());
  }

  private List<Exchange> found(UriInfo address) {
    FilterParams wanted = FilterParams.of(address);
    return find(wanted.filter(), wanted.limit(MOST, MOST));
  }

  private List<Exchange> find(ExchangeFilter filter, int limit) {
    return world.journal().find(filter, limit);
  }
}
