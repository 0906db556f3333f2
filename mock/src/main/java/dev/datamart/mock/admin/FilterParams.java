package dev.datamart.mock.admin;

import dev.datamart.mock.journal.ExchangeFilter;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The filter of the journal as query parameters. */
public final class FilterParams {

  @QueryParam("organization")
  private @Nullable String organization;

  @QueryParam("operation")
  private @Nullable String operation;

  @QueryParam("family")
  private @Nullable String family;

  @QueryParam("status")
  private @Nullable Integer status;

  @QueryParam("name")
  private @Nullable String name;

  @QueryParam("isDeprecated")
  private @Nullable Boolean isDeprecated;

  @QueryParam("hasWarnings")
  private @Nullable Boolean hasWarnings;

  @QueryParam("isChange")
  private @Nullable Boolean isChange;

  @QueryParam("after")
  private @Nullable Long after;

  ExchangeFilter filter() {
    return new ExchangeFilter(
        organization, operation, family, status, name, isDeprecated, hasWarnings, isChange, after);
  }
}
