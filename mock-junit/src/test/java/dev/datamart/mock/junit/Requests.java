package dev.datamart.mock.junit;

import dev.datamart.client.model.AccessSettings;
import dev.datamart.client.model.ColumnDefinition;
import dev.datamart.client.model.CreateDatamartRequest;
import dev.datamart.client.model.TableDefinition;
import dev.datamart.client.model.UpdateEmbedRequest;

/** Requests that the demo seed accepts. */
final class Requests {

  private Requests() {}

  static CreateDatamartRequest aDatamart(String name) {
    return new CreateDatamartRequest()
        .name(name)
        .datasourceName("acme-postgres")
        .addTableListItem(
            new TableDefinition()
                .name("orders")
                .schemaName("public")
                .addColumnsItem(new ColumnDefinition().name("amount")));
  }

  static UpdateEmbedRequest moved(String embedId, String datamart) {
    return new UpdateEmbedRequest()
        .embedId(embedId)
        .accessSettings(new AccessSettings().datamartName(datamart));
  }
}
