package dev.datamart.mock.memory;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static dev.datamart.mock.fixture.Bodies.parsed;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.InProcess;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.handle.ServerHandle.HeldBytes;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.world.NewOrganization;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the heap holds after very much was done and undone. Calls go to the door, without HTTP.
 *
 * <p>Run by hand as the README of the mock says; a short run of each kind is a test.
 */
public final class Endurance {

  /** What is done so many times. */
  @FunctionalInterface
  private interface Work {
    void round(int number) throws Exception;
  }

  private static final String PORTAL = "customer-portal";

  private final InProcess mock = new InProcess(MockOptions.defaults());

  private Endurance() {}

  /**
   * Does it and prints what the heap holds.
   *
   * @param args {@code changes}, {@code organizations}, {@code bodies} or {@code reads}; how often;
   *     and for the last two how many bytes a body, or a datamart that is read, has
   */
  public static void main(String[] args) throws Exception {
    Endurance endurance = new Endurance();
    int times = Integer.parseInt(args[1]);
    int bytes = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    Work work =
        switch (args[0]) {
          case "changes" -> endurance.changes();
          case "bodies" -> endurance.bodies(bytes);
          case "reads" -> endurance.reads(bytes);
          case "organizations" -> endurance::organization;
          default -> throw new IllegalArgumentException("There is no " + args[0]);
        };
    endurance.measure(String.join(" ", args), work, times);
  }

  private void measure(String what, Work work, int times) throws Exception {
    int first = Math.max(1, times / 100);
    for (int i = 0; i < first; i++) {
      work.round(i);
    }
    String early = held();
    long start = System.nanoTime();
    for (int i = first; i < times; i++) {
      work.round(i);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: heap after collection %s MB after the first %,d, %s MB at the end, of %d MB;"
            + " %.0f a second%n",
        what,
        early,
        first,
        held(),
        Runtime.getRuntime().maxMemory() >> 20,
        (times - first) / seconds);
    for (HeldBytes one : mock.server().heldBytes()) {
      System.out.printf(
          Locale.ROOT,
          "  %s: %,d of %,d bytes%n",
          one.purpose(),
          one.used().getAsLong(),
          one.most());
    }
  }

  private static String held() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return String.format(Locale.ROOT, "%.1f", least / 1e6);
  }

  /** Changes of every kind in turn, of one organization, which is in the end as it was. */
  private Work changes() throws Exception {
    OrganizationHandle own = mock.server().newOrganization(NewOrganization.of("demo"));
    String service = own.serviceToken();
    String[] key = {own.apiToken(PORTAL)};
    String[] embed = {""};
    List<Work> turns =
        List.of(
            i -> call(service, "POST", "/data-app/datamarts", Bodies.datamart("d")),
            i -> embed[0] = created(call(key[0], "POST", "/data-app/embeds", Bodies.embedOn("d"))),
            i -> call(service, "PUT", "/data-app/datamarts", update(Bodies.table("orders"))),
            i ->
                key[0] = rotated(call(key[0], "POST", "/data-app/rotate-api", body("expireAt", 0))),
            i -> call(service, "DELETE", "/data-app/datamart?datamartName=d", null));
    return i -> turns.get(i % turns.size()).round(i);
  }

  /** Updates of one datamart with so many bytes, each unlike the last. */
  private Work bodies(int bytes) throws Exception {
    OrganizationHandle own = mock.server().newOrganization(NewOrganization.of("demo"));
    return bodies(own.serviceToken(), bytes);
  }

  private Work bodies(String service, int bytes) throws Exception {
    call(service, "POST", "/data-app/datamarts", Bodies.datamart("d"));
    String filler = "x".repeat(bytes);
    return i ->
        call(
            service,
            "PUT",
            "/data-app/datamarts",
            update(body("name", "orders", "columns", columns(i + filler))));
  }

  /** Lists of a large datamart, each asked for in other words. */
  private Work reads(int bytes) throws Exception {
    OrganizationHandle own = mock.server().newOrganization(NewOrganization.of("demo"));
    bodies(own.serviceToken(), bytes).round(0);
    return i ->
        call(
            own.serviceToken(),
            "GET",
            "/data-app/datamarts?isPagination=false&expandDetails=true&x=" + i,
            null);
  }

  private static Object update(Object table) {
    return body(
        "datamartName", "d", "datasourceName", "acme-postgres", "tableList", List.of(table));
  }

  private static Object columns(String sql) {
    return List.of(body("name", "c", "isCustomColumn", true, "sql", sql));
  }

  /** An organization that is made, used and dropped. */
  private void organization(int number) throws Exception {
    try (OrganizationHandle own = mock.server().newOrganization(NewOrganization.of("demo"))) {
      call(own.serviceToken(), "POST", "/data-app/datamarts", Bodies.datamart("d" + number));
      call(own.serviceToken(), "GET", "/data-app/datamarts", null);
      call(own.apiToken(PORTAL), "POST", "/data-app/rotate-api", body("expireAt", 0));
    }
  }

  private String call(String token, String method, String target, @Nullable Object body) {
    Answer answer = mock.call(token, method, target, body == null ? "" : json(body));
    String text = new String(answer.body(), UTF_8);
    if (answer.status() >= 300) {
      throw new IllegalStateException(method + " " + target + ": " + text);
    }
    return text;
  }

  private static String created(String answer) {
    return String.valueOf(parsed(answer).get("id"));
  }

  private static String rotated(String answer) {
    return String.valueOf(parsed(answer).get("key"));
  }
}
