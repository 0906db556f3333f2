package dev.datamart.client;

import dev.datamart.client.model.AccessSettings;
import dev.datamart.client.model.ColumnDefinition;
import dev.datamart.client.model.CreateApiTokenRequest;
import dev.datamart.client.model.CreateDataAppRequest;
import dev.datamart.client.model.CreateDatamartRequest;
import dev.datamart.client.model.CreateEmbedRequest;
import dev.datamart.client.model.EmbedType;
import dev.datamart.client.model.RenameEmbedRequest;
import dev.datamart.client.model.TableDefinition;
import dev.datamart.client.model.UpdateDatamartRequest;
import dev.datamart.client.model.UpdateEmbedRequest;

/** Requests that the demo seed accepts; a test changes what matters to it. */
final class Requests {

  private Requests() {}

  static CreateDatamartRequest aDatamart(String name) {
    return new CreateDatamartRequest()
        .name(name)
        .datasourceName("acme-postgres")
        .addTableListItem(orders("amount"));
  }

  static UpdateDatamartRequest otherColumnsOf(String name) {
    return new UpdateDatamartRequest().datamartName(name).addTableListItem(orders("status"));
  }

  static CreateEmbedRequest anEmbedOf(String datamart) {
    return new CreateEmbedRequest()
        .dashboardId("sales-overview")
        .embedType(EmbedType.DASHBOARD)
        .workspaceName("Sales Workspace")
        .accessSettings(new AccessSettings().datamartName(datamart));
  }

  static UpdateEmbedRequest moved(String embedId, String datamart) {
    return new UpdateEmbedRequest()
        .embedId(embedId)
        .accessSettings(new AccessSettings().datamartName(datamart));
  }

  static RenameEmbedRequest renamed(String embedId) {
    return new RenameEmbedRequest().embedId(embedId).name("Sales at a glance");
  }

  static CreateDataAppRequest aDataApp(String name) {
    return new CreateDataAppRequest().name(name);
  }

  static CreateApiTokenRequest aTokenOf(String dataApp) {
    return new CreateApiTokenRequest().dataAppName(dataApp).name("round trip");
  }

  private static TableDefinition orders(String column) {
    return new TableDefinition()
        .name("orders")
        .schemaName("public")
        .addColumnsItem(new ColumnDefinition().name(column));
  }
}
