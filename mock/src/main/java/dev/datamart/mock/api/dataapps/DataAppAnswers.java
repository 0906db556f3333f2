package dev.datamart.mock.api.dataapps;

import dev.datamart.mock.api.Times;
import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Embed;
import dev.datamart.stub.model.ApiTokenItem;
import dev.datamart.stub.model.DataAppEmbed;
import dev.datamart.stub.model.DataAppItem;
import dev.datamart.stub.model.ListApiTokensResponse;
import dev.datamart.stub.model.ListDataAppsResponse;
import java.util.List;

/** Data apps and their API keys as the lists show them. */
public final class DataAppAnswers {

  private DataAppAnswers() {}

  public static ListDataAppsResponse list(List<DataApp> apps) {
    return new ListDataAppsResponse().data(apps.stream().map(DataAppAnswers::item).toList());
  }

  public static ListApiTokensResponse listKeys(List<ApiToken> keys) {
    return new ListApiTokensResponse().data(keys.stream().map(DataAppAnswers::item).toList());
  }

  private static DataAppItem item(DataApp app) {
    return new DataAppItem()
        .name(app.name())
        .type("embedded")
        .createdAt(Times.utc(app.createdAt()))
        .updatedAt(Times.utc(app.updatedAt()))
        .embedCount(app.embeds().size())
        .embeds(app.embeds().all().stream().map(DataAppAnswers::item).toList());
  }

  private static DataAppEmbed item(Embed embed) {
    return new DataAppEmbed()
        .name(embed.name())
        .embedId(embed.id())
        .createdAt(Times.utc(embed.createdAt()))
        .updatedAt(Times.utc(embed.updatedAt()));
  }

  private static ApiTokenItem item(ApiToken key) {
    return new ApiTokenItem()
        .key(key.value())
        .name(key.name())
        .description("API key for data app " + key.dataAppName())
        .createdAt(Times.utc(key.createdAt()));
  }
}
