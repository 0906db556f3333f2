package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Changes at one moment: none is lost, none is applied by half. */
@Timeout(60)
class ConcurrencyTest {

  private static final int CALLERS = 16;
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(CALLERS);

  private final Tenant tenant = Tenant.demo();
  private final Caller service = tenant.service();

  @AfterAll
  static void stop() {
    THREADS.shutdownNow();
  }

  @RepeatedTest(5)
  void of_many_deletes_exactly_one_succeeds() throws Exception {
    List<Reply> replies =
        atOnce(i -> service.delete("/data-app/datamart?datamartName=sales-datamart"));

    assertThat(statuses(replies)).containsOnlyOnce(200);
    assertThat(statuses(replies)).filteredOn(status -> status == 400).hasSize(CALLERS - 1);
  }

  @RepeatedTest(5)
  void of_many_creates_of_one_name_exactly_one_succeeds() throws Exception {
    List<Reply> datamarts =
        atOnce(i -> service.post("/data-app/datamarts", Bodies.datamart("one")));
    List<Reply> apps = atOnce(i -> service.post("/data-app", Map.of("name", "one")));

    assertThat(statuses(datamarts)).containsOnlyOnce(200);
    assertThat(statuses(apps)).containsOnlyOnce(200);
    assertThat(service.get("/data-app/datamarts").each("name")).containsOnlyOnce("one");
  }

  @RepeatedTest(3)
  void creates_of_many_names_are_all_kept() throws Exception {
    atOnce(i -> service.post("/data-app/datamarts", Bodies.datamart("d" + i)));
    atOnce(i -> tenant.portal().post("/data-app/embeds", Bodies.embedOn("d" + i)));

    assertThat(service.get("/data-app/datamarts").each("name")).hasSize(12 + CALLERS);
    assertThat(tenant.portal().get("/data-app/embeds").each("embedId")).hasSize(4 + CALLERS);
  }

  @RepeatedTest(3)
  void updates_of_different_members_are_all_kept() throws Exception {
    Caller portal = tenant.portal();
    String id = portal.get("/data-app/embeds").each("embedId").get(2);
    List<String> flags = List.of("AiPilot", "EmailReports", "ManageMetrics", "UnderlyingData");

    atOnce(
        i ->
            portal.put(
                "/data-app/embeds",
                Map.of(
                    "embedId",
                    id,
                    "accessSettings",
                    Map.of("isAllow" + flags.get(i % flags.size()), true))));

    Reply embeds = portal.get("/data-app/embeds");
    assertThat(flags)
        .allMatch(
            flag ->
                embeds
                    .item("embedId", id)
                    .path("accessSettings")
                    .path("isAllow" + flag)
                    .asBoolean());
  }

  /** Whoever comes first: no embed may read a datamart that is gone. */
  @RepeatedTest(10)
  void an_embed_is_either_refused_or_goes_with_its_datamart() throws Exception {
    List<Reply> replies =
        atOnce(
            i ->
                i % 4 == 0
                    ? service.delete("/data-app/datamart?datamartName=sales-datamart")
                    : tenant.portal().post("/data-app/embeds", Bodies.embedOn("sales-datamart")));

    assertThat(replies).noneMatch(reply -> reply.status() == 500);
    assertThat(tenant.portal().get("/data-app/embeds").body()).doesNotContain("sales-datamart");
    assertThat(tenant.app(Tenant.PARTNER).get("/data-app/embeds").body())
        .doesNotContain("sales-datamart");
  }

  @RepeatedTest(5)
  void a_key_that_is_revoked_meanwhile_changes_nothing_afterwards() throws Exception {
    Caller portal = tenant.portal();

    List<Reply> replies =
        atOnce(
            i ->
                i == 0
                    ? service.delete("/data-app?name=" + Tenant.PORTAL)
                    : portal.post("/data-app/embeds", Bodies.embedOn("sales-datamart")));

    assertThat(statuses(replies)).allMatch(status -> status == 200 || status == 401);
    assertThat(tenant.organization().of(Kind.EMBED, Tenant.PORTAL).all()).isEmpty();
    assertThat(service.get("/data-app").each("name")).doesNotContain(Tenant.PORTAL);
  }

  @RepeatedTest(3)
  void every_rotation_gives_a_key_that_works() throws Exception {
    Caller portal = tenant.portal();

    List<Reply> replies =
        atOnce(i -> portal.post("/data-app/rotate-api", Map.of("expireAt", 3600)));

    assertThat(replies.stream().map(reply -> reply.json().path("key").asText()))
        .doesNotHaveDuplicates()
        .allMatch(key -> tenant.as(key).get("/data-app/embeds").status() == 200);
  }

  private interface Request {
    Reply send(int caller);
  }

  private static List<Reply> atOnce(Request request) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CALLERS);
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      int caller = i;
      calls.add(
          () -> {
            start.await();
            return request.send(caller);
          });
    }
    List<Reply> replies = new ArrayList<>();
    for (Future<Reply> future : THREADS.invokeAll(calls)) {
      replies.add(Objects.requireNonNull(future.get()));
    }
    return replies;
  }

  private static List<Integer> statuses(List<Reply> replies) {
    return replies.stream().map(Reply::status).toList();
  }
}
