package dev.datamart.mock.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.handle.ExchangeJson;
import dev.datamart.mock.handle.JournalHandle.Verdict;
import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.journal.CallCount;
import dev.datamart.mock.journal.ExchangeFilter;
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

  private final ServerHandle server;

  public JournalAdmin(ServerHandle server) {
    this.server = server;
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
      @Nullable Integer atMost) {

    /** Refuses a claim that can never hold, or always does by a slip. */
    public Claim {
      int least = atLeast == null ? 0 : atLeast;
      int most = atMost == null ? Integer.MAX_VALUE : atMost;
      boolean isSaidTwice = count != null && (atLeast != null || atMost != null);
      if (isSaidTwice || least < 0 || most < least || (count != null && count < 0)) {
        throw new IllegalArgumentException(
            "Give either \"count\", or \"atLeast\" and \"atMost\", none of them negative.");
      }
    }
  }

  @GET
  @Path("journal")
  @Produces("application/json")
  public Exchanges list(@Context UriInfo address) {
    return new Exchanges(server.journal().mark(), find(address, USUAL));
  }

  @GET
  @Path("journal/{number : \\d+}")
  @Produces("application/json")
  public ExchangeJson one(@PathParam("number") long number) {
    return server.journal().exchange(number);
  }

  /** Forgets all exchanges, or those of one organization. */
  @DELETE
  @Path("journal")
  @Produces("application/json")
  public Exchanges clear(@QueryParam("organization") @Nullable String organization) {
    (organization == null ? server.journal() : server.journal(organization)).clear();
    return new Exchanges(server.journal().mark(), List.of());
  }

  /** Answers 200 when the claim holds and 409 when it does not, with what was found. */
  @POST
  @Path("journal/verify")
  @Produces("application/json")
  public Response verify(Claim claim) {
    Verdict verdict =
        server
            .journal()
            .verify(
                claim.filter() == null ? ExchangeFilter.ALL : claim.filter(),
                CallCount.of(claim.count(), claim.atLeast(), claim.atMost()));
    return Response.status(verdict.isVerified() ? 200 : 409).entity(verdict).build();
  }

  @GET
  @Path("journal/har")
  @Produces("application/json")
  public ObjectNode har(@Context UriInfo address) {
    return Har.of(server.baseUri(), find(address, MOST));
  }

  @GET
  @Path("journal/curl")
  @Produces("text/plain; charset=utf-8")
  public String curl(@Context UriInfo address) {
    return find(address, MOST).stream()
        .map(exchange -> exchange.curl() + "\n")
        .collect(Collectors.joining());
  }

  private List<ExchangeJson> find(UriInfo address, int usual) {
    FilterParams wanted = FilterParams.of(address, usual, MOST);
    return server.journal().find(wanted.filter(), wanted.limit());
  }
}
