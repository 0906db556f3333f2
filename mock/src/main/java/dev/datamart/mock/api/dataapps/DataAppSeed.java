package dev.datamart.mock.api.dataapps;

import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Data apps in a seed. */
public final class DataAppSeed implements SeedForm<DataApp> {

  @Override
  public Kind<DataApp> kind() {
    return Kind.DATA_APP;
  }

  @Override
  public UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
      throws SeedException {
    Instant created = at.time("createdAt", now);
    return DataApps.create(key(at), created, at.time("updatedAt", created));
  }
}
