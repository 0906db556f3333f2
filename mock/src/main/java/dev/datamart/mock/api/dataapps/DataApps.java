package dev.datamart.mock.api.dataapps;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.seed.SeedForm;
import dev.datamart.spec.Problem;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The data apps of an organization. */
public final class DataApps {

  /** Data apps in a seed. */
  public static final SeedForm<DataApp> SEED =
      SeedForm.of(
          Kind.DATA_APP,
          "name",
          (at, nobody, now) -> {
            Instant created = at.time("createdAt", now);
            return create(at.text("name"), created, at.time("updatedAt", created));
          });

  private DataApps() {}

  /** Adds an empty data app; its name must be free. */
  static UnaryOperator<Organization> create(
      @Nullable String dataAppName, Instant createdAt, Instant updatedAt) {
    DataApp made = new DataApp(Require.text(dataAppName, "name"), createdAt, updatedAt);

    return before -> {
      if (before.dataApps().has(made.name())) {
        throw Refusal.of(Problem.DATA_APP_EXISTS);
      }
      return before.with(made);
    };
  }

  /** Removes a data app with its embeds and its API keys, which open nothing from then on. */
  static UnaryOperator<Organization> delete(@Nullable String dataAppName) {
    String name = Require.text(dataAppName, "name");

    return before -> {
      Require.found(before.dataApps(), name, Problem.DATA_APP_NOT_FOUND);
      return before.without(Kind.DATA_APP, name);
    };
  }
}
