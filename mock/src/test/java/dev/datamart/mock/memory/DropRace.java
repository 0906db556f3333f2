package dev.datamart.mock.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.datamart.mock.fixture.InProcess;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.world.NewOrganization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Organizations that are dropped while they are used, and what goes on working afterwards. */
final class DropRace implements AutoCloseable {

  private static final Pattern KEY = Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\"");
  private static final String NEW_KEY = "{\"dataAppName\":\"customer-portal\",\"name\":\"n\"}";

  /** So many keys are made at most, for the case that their maker is never stopped. */
  private static final int MOST_KEYS = 300;

  private final InProcess mock = new InProcess(MockOptions.defaults());
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** What went on working, counted by what it was. */
  private final Map<String, Integer> survivors = new TreeMap<>();

  Map<String, Integer> survivors() {
    return survivors;
  }

  /** Drops an organization while keys are made, its state is replaced and it is made anew. */
  void round(int number) throws Exception {
    String id = "race";
    OrganizationHandle old = mock.server().newOrganization(NewOrganization.of("demo").withId(id));
    String service = old.serviceToken();
    String exported = old.state().export();
    Queue<String> keys = new ConcurrentLinkedQueue<>(old.apiTokens().values());
    CyclicBarrier start = new CyclicBarrier(5);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      all.add(
          threads.submit(
              () -> {
                start.await();
                for (int n = 0; n < MOST_KEYS; n++) {
                  Answer made = mock.call(service, "POST", "/data-app/api-tokens", NEW_KEY);
                  Matcher key = KEY.matcher(new String(made.body(), UTF_8));
                  if (made.status() != 200 || !key.find()) {
                    break;
                  }
                  keys.add(key.group(1));
                }
                return null;
              }));
    }
    Future<?> loads =
        threads.submit(
            () -> {
              start.await();
              for (int i = 0; i < 3; i++) {
                old.state().load(exported);
                old.state().rewindTo(0);
              }
              return null;
            });
    Future<OrganizationHandle> anew =
        threads.submit(
            () -> {
              start.await();
              while (true) {
                try {
                  return mock.server().newOrganization(NewOrganization.of("demo").withId(id));
                } catch (IllegalArgumentException taken) {
                  Thread.onSpinWait();
                }
              }
            });
    start.await();
    for (int i = 0; i < (number % 50) * 200; i++) {
      Thread.onSpinWait();
    }
    old.close();
    for (Future<?> one : all) {
      one.get();
    }
    try {
      loads.get();
    } catch (ExecutionException late) {
      isLoadRefused(late.getCause());
    }
    OrganizationHandle next = anew.get();
    judge(old, next, service, exported, keys);
    next.close();
  }

  private void judge(
      OrganizationHandle old,
      OrganizationHandle next,
      String service,
      String exported,
      Queue<String> keys) {
    for (String key : keys) {
      count("API key", mock.call(key, "GET", "/data-app/embeds", "").status() != 401);
    }
    count("service token", mock.call(service, "GET", "/data-app", "").status() != 401);
    long version = old.state().version();
    try {
      old.state().load(exported);
    } catch (SeedException | NoSuchElementException gone) {
      isLoadRefused(gone);
    }
    count("PUT state", old.state().version() != version);
    count("journal of the next", !next.journal().exchanges().isEmpty());
    old.close();
    count(
        "close of the next", mock.server().organizations().stream().noneMatch(o -> same(o, next)));
  }

  private void isLoadRefused(Throwable said) {
    String words = String.valueOf(said.getMessage());
    // Who changes fast makes more versions than are kept.
    boolean isSaid = words.contains("has been dropped") || words.contains("is not kept any more");
    count("a refusal without its reason: " + said, !isSaid);
  }

  private static boolean same(OrganizationHandle one, OrganizationHandle other) {
    return one.id().equals(other.id());
  }

  private void count(String what, boolean isAlive) {
    if (isAlive) {
      survivors.merge(what, 1, Integer::sum);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Prints what survived so many rounds. */
  public static void main(String[] args) throws Exception {
    try (DropRace race = new DropRace()) {
      for (int i = 0; i < Integer.parseInt(args[0]); i++) {
        race.round(i);
      }
      System.out.println(race.survivors());
    }
  }
}
