package dev.datamart.mock.api.dataapps;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The data apps of an organization. */
public final class DataApps {

  private DataApps() {}

  /** Adds an empty data app; its name must be free. */
  public static UnaryOperator<Organization> create(@Nullable String dataAppName, Instant now) {
    String name = Require.text(dataAppName, "name");

    return before -> {
      if (before.dataApps().has(name)) {
        throw Refusal.of(Problem.DATA_APP_EXISTS);
      }
      return before.with(DataApp.named(name, now));
    };
  }

  /** Removes a data app with its embeds and its API keys, which open nothing from then on. */
  public static UnaryOperator<Organization> delete(@Nullable String dataAppName) {
    String name = Require.text(dataAppName, "name");

    return before -> before.withoutDataApp(find(before, name).name());
  }

  /** Returns the data app of exactly that name, or refuses. */
  public static DataApp find(Organization organization, String name) {
    return organization
        .dataApps()
        .find(name)
        .orElseThrow(() -> Refusal.of(Problem.DATA_APP_NOT_FOUND));
  }
}
