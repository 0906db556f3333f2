package dev.datamart.mock.history;

import static dev.datamart.mock.fixture.Bodies.body;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Valid and nearly valid calls that change an organization, the same for the same seed. */
final class RandomCalls {

  private static final List<String> TEXTS =
      List.of("plain", "two words", "ünï \"q\" \\ 😀", "a/b?c=d&e+f%20", " ", "0");

  private final Tenant own;
  private final Random random;
  private final List<String> datamarts =
      new ArrayList<>(List.of("sales-datamart", "marketing-datamart"));
  private final List<String> embeds = new ArrayList<>();
  private int names;

  private RandomCalls(Tenant own, long seed) {
    this.own = own;
    this.random = new Random(seed);
  }

  static RandomCalls on(Tenant own, long seed) {
    return new RandomCalls(own, seed);
  }

  void make(int calls) {
    List<Supplier<Reply>> kinds =
        List.of(
            this::createDatamart,
            this::createDatamart,
            this::updateDatamart,
            this::deleteDatamart,
            this::createEmbed,
            this::createEmbed,
            this::createEmbed,
            this::updateEmbed,
            this::renameEmbed,
            this::deleteEmbed,
            this::createDataApp,
            this::createKey,
            this::rotateKey);
    for (int i = 0; i < calls; i++) {
      kinds.get(random.nextInt(kinds.size())).get();
    }
  }

  private Reply createDatamart() {
    Map<String, Object> body = Bodies.datamart(text() + names++);
    bend(body);
    Reply reply = own.service().post("/data-app/datamarts", body);
    if (reply.status() == 200) {
      datamarts.add((String) body.get("name"));
    }
    return reply;
  }

  private Reply updateDatamart() {
    Map<String, Object> body = Bodies.datamart("x");
    bend(body);
    body.remove("name");
    body.remove("datasourceName");
    body.put("datamartName", any(datamarts));
    return own.service().put("/data-app/datamarts", body);
  }

  private void bend(Map<String, Object> body) {
    Map<String, Object> table = Bodies.table(random.nextBoolean() ? "orders" : "customers");
    if (random.nextBoolean()) {
      table.put("label", text());
      table.put("isHide", random.nextBoolean());
      table.put("clientColumn", "tenant_id");
    }
    List<Object> columns = new ArrayList<>(List.of(Map.of("name", "id", "alias", text())));
    if (random.nextBoolean()) {
      columns.add(Map.of("name", text(), "isCustomColumn", true, "sql", "now() -- " + text()));
    }
    table.put("columns", columns);
    body.put("tableList", List.of(table));
    if (random.nextInt(3) == 0) {
      body.put("tenancySettings", Bodies.tableTenancy());
    } else if (random.nextInt(3) == 0) {
      body.put("tenancySettings", Map.of("tenancyLevel", "DATABASE"));
    }
    if (table.get("name").equals("orders") && random.nextBoolean()) {
      Map<String, Object> relationship = Bodies.relationship();
      relationship.put("relationshipName", text());
      body.put("relationships", List.of(relationship));
    }
  }

  private Reply deleteDatamart() {
    return own.service()
        .delete("/data-app/datamart?datamartName=" + Caller.encoded(any(datamarts)));
  }

  private Reply createEmbed() {
    Map<String, Object> body =
        random.nextBoolean() ? Bodies.embedOn(any(datamarts)) : Bodies.metricOn(any(datamarts));
    if (random.nextBoolean()) {
      body.put("name", text());
    }
    if (random.nextInt(4) == 0 && body.get("embedType").equals("metric")) {
      body.remove("accessSettings");
    }
    Reply reply = own.portal().post("/data-app/embeds", body);
    if (reply.status() == 200) {
      embeds.add(reply.json().path("id").asText());
    }
    return reply;
  }

  private Reply updateEmbed() {
    Map<String, Object> settings =
        body(
            "datamartName",
            any(datamarts),
            "isAllowAiPilot",
            random.nextBoolean(),
            "metricCreationMode",
            random.nextBoolean() ? "CHAT" : "DRAG_DROP",
            "joinModel",
            random.nextBoolean() ? "single" : "multi");
    if (random.nextInt(3) == 0) {
      settings.put(
          "tableTenancySettings", List.of(Map.of("name", "orders", "clientColumn", "tenant_id")));
    }
    return own.portal()
        .put("/data-app/embeds", body("embedId", embed(), "accessSettings", settings));
  }

  private Reply renameEmbed() {
    return own.portal()
        .put(
            "/data-app/embeds/rename",
            body("embedId", embed(), "name", text(), "isRenameDashboard", random.nextBoolean()));
  }

  private Reply deleteEmbed() {
    return own.portal().delete("/data-app/embeds?embedId=" + embed());
  }

  private Reply createDataApp() {
    return own.service().post("/data-app", Map.of("name", text() + names++));
  }

  private Reply createKey() {
    return own.service()
        .post("/data-app/api-tokens", Map.of("dataAppName", Tenant.PARTNER, "name", text()));
  }

  private Reply rotateKey() {
    String key = own.key(Tenant.PARTNER);
    return own.as(key).post("/data-app/rotate-api", Map.of("expireAt", random.nextInt(5_000)));
  }

  private String embed() {
    return embeds.isEmpty() ? "none" : any(embeds);
  }

  private String text() {
    return any(TEXTS);
  }

  private String any(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
