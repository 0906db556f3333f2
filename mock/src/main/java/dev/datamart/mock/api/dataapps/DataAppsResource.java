package dev.datamart.mock.api.dataapps;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Times;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.stub.api.DataAppsApi;
import dev.datamart.stub.model.CreateDataAppRequest;
import dev.datamart.stub.model.CreateDataAppResponse;
import dev.datamart.stub.model.DataAppEmbed;
import dev.datamart.stub.model.DataAppItem;
import dev.datamart.stub.model.DeleteDataAppResponse;
import dev.datamart.stub.model.ListDataAppsResponse;
import java.util.List;

/** {@code /data-app}. */
public final class DataAppsResource implements DataAppsApi {

  @Override
  public ListDataAppsResponse listDataApps(String isPagination, String pageNumber) {
    Page page = Page.ofQuery(isPagination, pageNumber);
    return new ListDataAppsResponse()
        .data(ApiCall.current().read(now -> page.map(now.dataApps(), app -> item(app, now))));
  }

  @Override
  public CreateDataAppResponse createDataApp(CreateDataAppRequest body) {
    ApiCall call = ApiCall.current();
    call.change(DataApps.create(body.getName(), call.now(), call.now()));
    return new CreateDataAppResponse().name(body.getName());
  }

  @Override
  public DeleteDataAppResponse deleteDataApp(String name) {
    ApiCall.current().change(DataApps.delete(name));
    return new DeleteDataAppResponse().name(name);
  }

  private static DataAppItem item(DataApp app, Organization in) {
    List<Embed> embeds = in.of(Kind.EMBED, app.name()).all();
    return new DataAppItem()
        .name(app.name())
        .type("embedded")
        .createdAt(Times.utc(app.createdAt()))
        .updatedAt(Times.utc(app.updatedAt()))
        .embedCount(embeds.size())
        .embeds(embeds.stream().map(DataAppsResource::item).toList());
  }

  private static DataAppEmbed item(Embed embed) {
    return new DataAppEmbed()
        .name(embed.name())
        .embedId(embed.id())
        .createdAt(Times.utc(embed.createdAt()))
        .updatedAt(Times.utc(embed.updatedAt()));
  }
}
