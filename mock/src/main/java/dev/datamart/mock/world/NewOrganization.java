package dev.datamart.mock.world;

import dev.datamart.mock.domain.Organization;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an organization that is made while the server runs is asked to be. Its tokens are always
 * fresh, whatever it starts as.
 *
 * @param id how the control plane calls it; the server makes one up when it is null
 * @param name its name; that of what it starts as when it is null
 * @param seed the seed, by name or file, whose first organization it starts as
 * @param state what it starts as instead of a seed
 * @param timeToLive it is dropped when nobody has called for so long; null for never
 * @param identifierSeed what its identifiers and tokens are made from; null draws one. Two
 *     organizations of one server that are made from the same cannot live at the same time
 */
@RecordBuilder
public record NewOrganization(
    @Nullable String id,
    @Nullable String name,
    String seed,
    @Nullable Organization state,
    @Nullable Duration timeToLive,
    @Nullable Long identifierSeed)
    implements NewOrganizationBuilder.With {

  /** Asks for the first organization of a seed: {@code demo}, {@code empty}, or another. */
  public static NewOrganization of(String seed) {
    return NewOrganizationBuilder.builder().seed(seed).build();
  }

  public static NewOrganization startingAs(Organization state) {
    return of("demo").withState(state);
  }
}
