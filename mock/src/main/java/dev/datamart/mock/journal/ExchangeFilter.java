package dev.datamart.mock.journal;

import dev.datamart.mock.http.Query;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which exchanges are meant; what is left out matches all.
 *
 * @param organization the identifier of an organization
 * @param operation an operationId of the kebab family
 * @param family {@code kebab}, {@code camel} or {@code verb}
 * @param name the datamart, embed, data app or workspace that the call names
 * @param isDeprecated whether the path is a deprecated one
 * @param hasWarnings whether a strict reader would object
 * @param isChange whether it changed its organization
 * @param after only exchanges with a greater number
 */
public record ExchangeFilter(
    @Nullable String organization,
    @Nullable String operation,
    @Nullable String family,
    @Nullable Integer status,
    @Nullable String name,
    @Nullable Boolean isDeprecated,
    @Nullable Boolean hasWarnings,
    @Nullable Boolean isChange,
    @Nullable Long after)
    implements Predicate<Exchange> {

  /** Means every exchange. */
  public static final ExchangeFilter ALL =
      new ExchangeFilter(null, null, null, null, null, null, null, null, null);

  public ExchangeFilter withOrganization(String value) {
    return new ExchangeFilter(
        value, operation, family, status, name, isDeprecated, hasWarnings, isChange, after);
  }

  public ExchangeFilter withOperation(String value) {
    return new ExchangeFilter(
        organization, value, family, status, name, isDeprecated, hasWarnings, isChange, after);
  }

  public ExchangeFilter withFamily(String value) {
    return new ExchangeFilter(
        organization, operation, value, status, name, isDeprecated, hasWarnings, isChange, after);
  }

  public ExchangeFilter withStatus(int value) {
    return new ExchangeFilter(
        organization, operation, family, value, name, isDeprecated, hasWarnings, isChange, after);
  }

  public ExchangeFilter withName(String value) {
    return new ExchangeFilter(
        organization, operation, family, status, value, isDeprecated, hasWarnings, isChange, after);
  }

  public ExchangeFilter withDeprecated(boolean value) {
    return new ExchangeFilter(
        organization, operation, family, status, name, value, hasWarnings, isChange, after);
  }

  public ExchangeFilter withWarnings(boolean value) {
    return new ExchangeFilter(
        organization, operation, family, status, name, isDeprecated, value, isChange, after);
  }

  public ExchangeFilter withChange(boolean value) {
    return new ExchangeFilter(
        organization, operation, family, status, name, isDeprecated, hasWarnings, value, after);
  }

  public ExchangeFilter withAfter(long value) {
    return new ExchangeFilter(
        organization, operation, family, status, name, isDeprecated, hasWarnings, isChange, value);
  }

  @Override
  public boolean test(Exchange e) {
    return (after == null || e.number() > after)
        && (organization == null || organization.equals(e.organizationId()))
        && (operation == null || (e.operation() != null && operation.equals(e.operation().id())))
        && (family == null || family.equals(familyOf(e)))
        && (status == null || status == e.status())
        && (isDeprecated == null
            || isDeprecated == (e.family() != null && e.family().isDeprecated()))
        && (hasWarnings == null || hasWarnings == !e.warnings().isEmpty())
        && (isChange == null || isChange == e.isChange())
        && (name == null || names(e, name));
  }

  private static @Nullable String familyOf(Exchange e) {
    return e.family() == null ? null : e.family().name().toLowerCase(Locale.ROOT);
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
