package dev.datamart.mock.journal;

import dev.datamart.mock.http.Query;
import dev.datamart.mock.json.Range;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which exchanges are meant; what is left out matches all.
 *
 * @param organization the identifier of an organization
 * @param operation by whatever path it is called
 * @param name the datamart, embed, data app or workspace that the call names
 * @param isDeprecated whether the path is a deprecated one
 * @param hasWarnings whether a strict reader would object
 * @param isChange whether it changed its organization
 * @param after only exchanges with a greater number
 */
@RecordBuilder
public record ExchangeFilter(
    @Range(isIdentifier = true) @Nullable String organization,
    @Nullable Operation operation,
    @Nullable Family family,
    @Range(least = 0, most = 599) @Nullable Integer status,
    @Range(most = 1_000) @Nullable String name,
    @Nullable Boolean isDeprecated,
    @Nullable Boolean hasWarnings,
    @Nullable Boolean isChange,
    @Range(least = 0, most = Long.MAX_VALUE) @Nullable Long after)
    implements Predicate<Exchange>, ExchangeFilterBuilder.With {

  public static final ExchangeFilter ALL = ExchangeFilterBuilder.builder().build();

  @Override
  public boolean test(Exchange e) {
    return (after == null || e.number() > after)
        && (organization == null || organization.equals(e.organizationId()))
        && (operation == null || operation == e.operation())
        && (family == null || family == e.family())
        && (status == null || status == e.status())
        && (isDeprecated == null
            || isDeprecated == (e.family() != null && e.family().isDeprecated()))
        && (hasWarnings == null || hasWarnings == !e.warnings().isEmpty())
        && (isChange == null || isChange == e.isChange())
        && (name == null || names(e, name));
  }

  private static boolean names(Exchange e, String name) {
    int mark = e.target().indexOf('?');
    try {
      Query query = Query.parse(mark < 0 ? null : e.target().substring(mark + 1));
      return ArgumentNames.of(query, e.requestBody()).contains(name);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
