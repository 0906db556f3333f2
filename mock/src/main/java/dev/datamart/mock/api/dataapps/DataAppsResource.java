package dev.datamart.mock.api.dataapps;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.seed.SeedForm;
import dev.datamart.spec.Problem;
import dev.datamart.stub.api.DataAppsApi;
import dev.datamart.stub.model.CreateDataAppRequest;
import dev.datamart.stub.model.CreateDataAppResponse;
import dev.datamart.stub.model.DataAppEmbed;
import dev.datamart.stub.model.DataAppItem;
import dev.datamart.stub.model.DeleteDataAppResponse;
import dev.datamart.stub.model.ListDataAppsResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code /data-app}. */
public final class DataAppsResource implements DataAppsApi {

  /** Data apps in a seed. */
  public static final SeedForm<DataApp> SEED =
      SeedForm.of(
          Kind.DATA_APP,
          "name",
          (at, nobody, now) -> {
            Instant created = at.time("createdAt", now);
            return create(at.text("name"), created, at.time("updatedAt", created));
          });

  @Override
  public ListDataAppsResponse listDataApps(String isPagination, String pageNumber) {
    Page page = Page.ofQuery(isPagination, pageNumber);
    return new ListDataAppsResponse()
        .data(ApiCall.current().read(now -> page.map(now.dataApps(), app -> item(app, now))));
  }

  @Override
  public CreateDataAppResponse createDataApp(CreateDataAppRequest body) {
    ApiCall call = ApiCall.current();
    call.change(create(body.getName(), call.now(), call.now()));
    return new CreateDataAppResponse().name(body.getName());
  }

  @Override
  public DeleteDataAppResponse deleteDataApp(String name) {
    ApiCall.current().change(delete(name));
    return new DeleteDataAppResponse().name(name);
  }

  private static DataAppItem item(DataApp app, Organization in) {
    List<Embed> embeds = in.of(Kind.EMBED, app.name()).all();
    return new DataAppItem()
        .name(app.name())
        .type("embedded")
        .createdAt(app.createdAt().atOffset(ZoneOffset.UTC))
        .updatedAt(app.updatedAt().atOffset(ZoneOffset.UTC))
        .embedCount(embeds.size())
        .embeds(embeds.stream().map(DataAppsResource::item).toList());
  }

  private static DataAppEmbed item(Embed embed) {
    return new DataAppEmbed()
        .name(embed.name())
        .embedId(embed.id())
        .createdAt(embed.createdAt().atOffset(ZoneOffset.UTC))
        .updatedAt(embed.updatedAt().atOffset(ZoneOffset.UTC));
  }

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
      Require.found(before, Kind.DATA_APP, name, Problem.DATA_APP_NOT_FOUND);
      return before.without(Kind.DATA_APP, name);
    };
  }
}
