package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.noun.ApiTokens;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.noun.Datamarts;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Makes what a check needs, or blocks the check when the server does not let it. */
public final class Given {
  private final CheckContext context;

  Given(CheckContext context) {
    this.context = context;
  }

  /** The key of a new one of a noun, and of whatever it needs. */
  public String a(Noun noun) {
    return new Things(context).a(noun);
  }

  /** Makes one of a noun; gives its key, or blocks. */
  String make(Noun noun, ObjectNode draft) {
    return make(context.fixture(noun.create()).arguments(draft));
  }

  private String make(Call create) {
    String key = RunContext.key(context.send(create));
    context.slot().adopt(key);
    return key;
  }

  /** The name of a new datamart over one table. */
  public String datamart() {
    return a(Datamarts.NOUN);
  }

  public String datamart(String name) {
    return datamart(datamartDraft(name));
  }

  /** The name of a new datamart as drafted. */
  public String datamart(ObjectNode draft) {
    return make(Datamarts.NOUN, draft);
  }

  /** The body that makes a datamart over the first table. */
  public ObjectNode datamartDraft(String name) {
    return Datamarts.NOUN.draft(new Things(context)).put("name", name);
  }

  /** The id of a new dashboard embed of a datamart, in the first data app. */
  public String embed(String datamart) {
    return embed(datamart, context.app());
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
    return make(context.fixture(Operation.CREATE_EMBED).arguments(draft).as(app.key()));
  }

  /** The body that makes a dashboard embed. */
  public ObjectNode embedDraft(String datamart) {
    return Embeds.NOUN.draft(onto(datamart, context.target()));
  }

  private Things onto(String datamart, TargetFixtures target) {
    return new Things(context, target, new HashMap<>(Map.of(Datamarts.NOUN, datamart)));
  }

  public ObjectNode metricEmbedDraft(String datamart) {
    return embedDraft(datamart)
        .put("embedType", "metric")
        .put("metricId", context.target().metric());
  }

  /** A new data app with a key. */
  public App dataAppWithKey() {
    Things things = new Things(context);
    return new App(things.a(DataApps.NOUN), things.a(ApiTokens.NOUN));
  }

  /** The name of a new data app that has no key yet. */
  public String dataApp() {
    return a(DataApps.NOUN);
  }

  /** A new API key of a data app. */
  public String key(String dataApp) {
    return make(ApiTokens.NOUN, Json.object("dataAppName", dataApp, "name", context.unused()));
  }

  /** The name of a new datamart of the second organization. */
  public String otherDatamart(String name) {
    ObjectNode draft = Datamarts.NOUN.draft(onto(name, context.run().otherTarget()));
    return make(
        context
            .fixture(Operation.CREATE_DATAMART)
            .arguments(draft.put("name", name))
            .as(otherApp().key()));
  }

  /** The id of a new dashboard embed of a datamart of the second organization. */
  public String otherEmbed(String datamart) {
    return embed(Embeds.NOUN.draft(onto(datamart, context.run().otherTarget())), otherApp());
  }

  /** A key that was rotated out and died at once; the same one for the whole run. */
  public String rotatedOutKey() {
    return deadKey(
        "rotated", app -> context.fixture(Operation.ROTATE_API_TOKEN, "expireAt", 0).as(app.key()));
  }

  /** A key whose data app was deleted; the same one for the whole run. */
  public String revokedKey() {
    return deadKey(
        "revoked", app -> context.fixture(Operation.DELETE_DATA_APP, "name", app.name()));
  }

  private String deadKey(String kind, Function<App, Call> ending) {
    RunContext run = context.run();
    return run.deadToken(
        kind,
        created -> {
          App app = run.makeApp(context.unused(), run.tokens().serviceToken(), created);
          context.require(context.send(ending.apply(app)));
          return app.key();
        });
  }

  /** A data app of a second organization. */
  public App otherApp() {
    return context.run().otherApp();
  }
}
