package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;

/** Makes what a check needs, or blocks the check when the server does not let it. */
public final class Given implements ValidCalls.Stock {
  private final CheckContext scene;

  Given(CheckContext scene) {
    this.scene = scene;
  }

  /** The name of a new datamart over one table. */
  @Override
  public String datamart() {
    return datamart(scene.unused());
  }

  public String datamart(String name) {
    return datamart(datamartDraft(name));
  }

  /** The name of a new datamart as drafted. */
  public String datamart(ObjectNode draft) {
    Exchange made = scene.send(scene.fixture(Operation.CREATE_DATAMART).arguments(draft));
    RunContext.need(made.ok(), made, "200");
    String name = draft.path("name").asText();
    scene.lane().adopt(name);
    return name;
  }

  /** The body that makes a datamart over the first table. */
  public ObjectNode datamartDraft(String name) {
    return datamartDraft(name, scene.ground());
  }

  private static ObjectNode datamartDraft(String name, TargetFixtures ground) {
    return Json.object(
        "name", name,
        "datasourceName", ground.datasource(),
        "tableList", Json.array(ground.table().entry()));
  }

  /** The id of a new dashboard embed of a datamart, in the first data app. */
  @Override
  public String embed(String datamart) {
    return embed(datamart, scene.app());
  }

  public String embed(String datamart, App app) {
    return embed(embedDraft(datamart), app);
  }

  /** The id of a new metric embed. */
  public String metricEmbed(String datamart, App app) {
    return embed(metricEmbedDraft(datamart), app);
  }

  /** The id of a new embed as drafted. */
  public String embed(ObjectNode draft, App app) {
    Call call = scene.fixture(Operation.CREATE_EMBED).arguments(draft).as(app.key());
    Exchange made = scene.send(call);
    RunContext.need(made.ok() && made.json().path("id").isTextual(), made, "200 with an id");
    return made.json().path("id").textValue();
  }

  /** The body that makes a dashboard embed. */
  public ObjectNode embedDraft(String datamart) {
    return embedDraft(datamart, scene.ground());
  }

  private ObjectNode embedDraft(String datamart, TargetFixtures ground) {
    return Json.object(
        "dashboardId", ground.dashboard(),
        "embedType", "dashboard",
        "workspaceName", ground.workspace(),
        "name", scene.unused(),
        "accessSettings", Json.object("datamartName", datamart));
  }

  public ObjectNode metricEmbedDraft(String datamart) {
    return embedDraft(datamart).put("embedType", "metric").put("metricId", scene.ground().metric());
  }

  /** A new data app with a key. */
  public App dataAppWithKey() {
    String name = dataApp();
    return new App(name, key(name));
  }

  @Override
  public String key() {
    return dataAppWithKey().key();
  }

  /** The name of a new data app that has no key yet. */
  @Override
  public String dataApp() {
    String name = scene.unused();
    Exchange made = scene.send(scene.fixture(Operation.CREATE_DATA_APP, "name", name));
    RunContext.need(made.ok(), made, "200");
    return name;
  }

  /** A new API key of a data app. */
  public String key(String dataApp) {
    Exchange made =
        scene.send(
            scene.fixture(
                Operation.CREATE_API_TOKEN, "dataAppName", dataApp, "name", scene.unused()));
    RunContext.need(made.json().path("key").isTextual(), made, "200 with a key");
    return made.json().path("key").textValue();
  }

  /** The name of a new datamart of the second organization. */
  public String otherDatamart(String name) {
    TargetFixtures theirs = scene.world().otherGround();
    Exchange made =
        scene.send(
            scene
                .fixture(Operation.CREATE_DATAMART)
                .arguments(datamartDraft(name, theirs))
                .as(otherApp().key()));
    RunContext.need(made.ok(), made, "200");
    return name;
  }

  /** The id of a new dashboard embed of a datamart of the second organization. */
  public String otherEmbed(String datamart) {
    return embed(embedDraft(datamart, scene.world().otherGround()), otherApp());
  }

  /** A key that was rotated out and died at once; the same one for the whole run. */
  public String rotatedOutKey() {
    return scene
        .world()
        .deadKey(
            "rotated",
            ledger -> {
              App app = scene.world().makeApp(scene.unused(), service(), ledger);
              Exchange rotated =
                  scene.send(
                      scene.fixture(Operation.ROTATE_API_TOKEN, "expireAt", 0).as(app.key()));
              RunContext.need(rotated.ok(), rotated, "200");
              return app.key();
            });
  }

  /** A key whose data app was deleted; the same one for the whole run. */
  public String revokedKey() {
    return scene
        .world()
        .deadKey(
            "revoked",
            ledger -> {
              App app = scene.world().makeApp(scene.unused(), service(), ledger);
              Exchange deleted =
                  scene.send(scene.fixture(Operation.DELETE_DATA_APP, "name", app.name()));
              RunContext.need(deleted.ok(), deleted, "200");
              return app.key();
            });
  }

  private String service() {
    return scene.world().tokens().serviceToken();
  }

  /** A data app of a second organization. */
  public App otherApp() {
    return scene.world().otherApp();
  }
}
