package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.noun.ApiTokens;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.noun.Datamarts;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Role;
import dev.datamart.conformance.noun.Stock;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes what a check needs, or blocks the check when the server does not let it. What a call names
 * is made when it is first asked for.
 */
public final class Given implements Stock {
  private final CheckContext context;
  private final TargetFixtures target;
  private final Map<Noun, String> known;

  /**
   * @param known keys of what is there already; learns those of what is made
   */
  Given(CheckContext context, TargetFixtures target, Map<Noun, String> known) {
    this.context = context;
    this.target = target;
    this.known = known;
  }

  /** The call with what makes it valid. */
  Call valid(Call plain) {
    Role role = Nouns.role(plain.operation());
    Call call = plain.arguments(role.valid().apply(this));
    return role.verb() == Verb.ROTATE ? call.as(a(role.noun())) : call;
  }

  /** Arguments that make a call of an operation valid. */
  public ObjectNode arguments(Operation operation) {
    return Nouns.role(operation).valid().apply(this);
  }

  /** A call of the check's subject that is valid but for the one name that nothing has. */
  public Call naming(Noun noun, String unknown) {
    Given given = new Given(context, target, new HashMap<>(Map.of(noun, unknown)));
    return given.valid(context.call(context.subject()));
  }

  /** Arguments that name nothing there is. */
  public ObjectNode madeUp(Operation operation) {
    return Nouns.role(operation).valid().apply(new MadeUp(this::unused));
  }

  @Override
  public String unused() {
    return context.unused();
  }

  /** The key of one of a noun, made with whatever it needs where it is not there. */
  @Override
  public String a(Noun noun) {
    String key = known.get(noun);
    if (key == null) {
      key =
          noun.isMade()
              ? make(context.fixture(noun.create()).arguments(noun.draft(this)))
              : target.known(noun).orElseThrow();
      known.put(noun, key);
    }
    return key;
  }

  @Override
  public String ownDataApp() {
    String name = context.app().name();
    if (name.isEmpty()) {
      throw new NotApplicable("nothing tells the name of the data app of --api-key");
    }
    return name;
  }

  @Override
  public ObjectNode table() {
    return target.table().entry();
  }

  @Override
  public ObjectNode shownMetric() {
    String embed = metricEmbed(datamart(), context.app());
    return Json.object("embedId", embed, "metricId", target.metric());
  }

  @Override
  public ObjectNode publication() {
    ObjectNode shown = shownMetric();
    String embed = shown.path("embedId").asText();
    Call list = context.call(Operation.LIST_METRICS, "embedId", embed, "clientId", unused());
    JsonNode metric = context.listed().items(list, "metricId").get(target.metric());
    boolean isPublished = metric == null || metric.path("isPublished").asBoolean();
    return shown.put("isPublished", isPublished);
  }

  private String make(Call create) {
    String key = context.key(context.send(create));
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
    return make(context.fixture(Operation.CREATE_DATAMART).arguments(draft));
  }

  /** The body that makes a datamart over the first table. */
  public ObjectNode datamartDraft(String name) {
    return Datamarts.NOUN.draft(this).put("name", name);
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
    return Embeds.NOUN.draft(onto(datamart, target));
  }

  private Given onto(String datamart, TargetFixtures anyTarget) {
    return new Given(context, anyTarget, new HashMap<>(Map.of(Datamarts.NOUN, datamart)));
  }

  public ObjectNode metricEmbedDraft(String datamart) {
    return embedDraft(datamart).put("embedType", "metric").put("metricId", target.metric());
  }

  /** A new data app with a key. */
  public App dataAppWithKey() {
    return new App(a(DataApps.NOUN), a(ApiTokens.NOUN));
  }

  /** A new API key of a data app. */
  public String key(String dataApp) {
    ObjectNode draft = Json.object("dataAppName", dataApp, "name", unused());
    return make(context.fixture(Operation.CREATE_API_TOKEN).arguments(draft));
  }

  /** The name of a new datamart of the second organization. */
  public String otherDatamart(String name) {
    ObjectNode draft = Datamarts.NOUN.draft(onto(name, context.run().otherTarget()));
    Call create = context.fixture(Operation.CREATE_DATAMART).as(otherApp().key());
    return make(create.arguments(draft.put("name", name)));
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
    return run.shared(
            kind,
            context.slot().oracle()::hear,
            created -> {
              App app = run.makeApp(unused(), run.tokens().serviceToken(), created);
              context.require(context.send(ending.apply(app)));
              return app;
            })
        .key();
  }

  /** A data app of a second organization. */
  public App otherApp() {
    return context.run().otherApp();
  }
}
