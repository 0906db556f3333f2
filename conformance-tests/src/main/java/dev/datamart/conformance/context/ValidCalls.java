package dev.datamart.conformance.context;

import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;

/** For each operation a call that a conforming server accepts: the parent of all wrong ones. */
final class ValidCalls {
  /** Where the things come from that a call refers to. */
  interface Stock {
    String datamart();

    String embed(String datamart);

    String dataApp();

    String key();
  }

  private final CheckContext scene;
  private final Given given;
  private final Stock stock;

  ValidCalls(CheckContext scene, Stock stock) {
    this.scene = scene;
    this.given = scene.given();
    this.stock = stock;
  }

  Call call(Operation operation) {
    Call plain = scene.call(operation);
    TargetFixtures ground = scene.ground();
    return switch (operation) {
      case LIST_DATAMARTS, LIST_EMBEDS, LIST_DATA_APPS, LIST_DATASOURCES, LIST_WORKSPACES -> plain;
      case CREATE_DATAMART -> plain.arguments(given.datamartDraft(scene.unused()));
      case UPDATE_DATAMART ->
          plain
              .with("datamartName", stock.datamart())
              .with("tableList", List.of(ground.table().entry()));
      case DELETE_DATAMART -> plain.with("datamartName", stock.datamart());
      case CREATE_EMBED -> plain.arguments(given.embedDraft(stock.datamart()));
      case UPDATE_EMBED -> {
        String datamart = stock.datamart();
        yield plain
            .with("embedId", stock.embed(datamart))
            .with("accessSettings", Map.of("datamartName", datamart));
      }
      case RENAME_EMBED ->
          plain.with("embedId", stock.embed(stock.datamart())).with("name", scene.unused());
      case DELETE_EMBED -> plain.with("embedId", stock.embed(stock.datamart()));
      case CREATE_DATA_APP -> plain.with("name", scene.unused());
      case DELETE_DATA_APP -> plain.with("name", stock.dataApp());
      case LIST_API_TOKENS -> plain.with("dataAppName", knownName(scene.app()));
      case CREATE_API_TOKEN ->
          plain.with("dataAppName", stock.dataApp()).with("name", scene.unused());
      case ROTATE_API_TOKEN -> plain.with("expireAt", 60).as(stock.key());
      case GET_DATASOURCE_SCHEMA -> plain.with("datasourceName", ground.datasource());
      case LIST_WORKSPACE_DASHBOARDS, LIST_WORKSPACE_METRICS ->
          plain.with("workspaceName", ground.workspace());
    };
  }

  private static String knownName(App app) {
    if (app.name().isEmpty()) {
      throw new NotApplicable("nothing tells the name of the data app of --api-key");
    }
    return app.name();
  }
}
