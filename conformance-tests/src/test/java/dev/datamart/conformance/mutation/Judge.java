package dev.datamart.conformance.mutation;

import dev.datamart.conformance.OtherImplementation;
import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Selection;
import dev.datamart.conformance.run.Unusable;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The suite as a service, warm for hundreds of servers: is told a folder and a mutant, starts the
 * server that is there, and says {@code conforms} or the first thing that is wrong with it.
 */
final class Judge implements AutoCloseable {
  private static final Set<Verdict> HARMLESS = Set.of(Verdict.PASSED, Verdict.NOT_APPLICABLE);

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "judge");
            thread.setDaemon(true);
            return thread;
          });
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  Judge() throws IOException {
    Thread.setDefaultUncaughtExceptionHandler(Judge::uncaught);
    threads.execute(this::accept);
  }

  private static void uncaught(Thread thread, Throwable failure) {
    if (!(failure instanceof Ended)) {
      failure.printStackTrace();
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        threads.execute(() -> answer(caller));
      } catch (SocketException closed) {
        return;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private void answer(Socket caller) {
    try (caller;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8)) {
      File folder = new File(in.readLine());
      out.println(judged(folder, in.readLine()));
    } catch (IOException gone) {
      // Nobody waits for the answer any more.
    }
  }

  private String judged(File folder, String mutant) {
    try {
      return judged(folder, Map.of("__STRYKER_ACTIVE_MUTANT__", mutant));
    } catch (IOException unfilled) {
      return judgedOnceFilled(folder, mutant);
    }
  }

  /**
   * With many a mutant a server cannot even be filled, so that one is broken after that. Then only
   * what is noticed counts: what is read once, at the start, cannot be broken so late.
   */
  private String judgedOnceFilled(File folder, String mutant) {
    Map<String, String> late =
        Map.of("MUTANT_WHEN_FILLED", mutant, "NODE_OPTIONS", "--import ./mutation/when-filled.mjs");
    try {
      String said = judged(folder, late);
      return said.equals("conforms") ? "no start: it cannot be filled" : said;
    } catch (IOException dead) {
      return "no start: " + dead.getMessage();
    }
  }

  /** The server ends as soon as one thing is known to be wrong, and with it what is left to run. */
  private String judged(File folder, Map<String, String> environment) throws IOException {
    try (OtherImplementation server = new OtherImplementation(folder, environment)) {
      CompletableFuture<String> said = new CompletableFuture<>();
      threads.execute(() -> judge(server.baseUrl(), said));
      return said.join();
    }
  }

  /** Most are found out soon by what is short, in one family; the whole suite judges the others. */
  private static void judge(String baseUrl, CompletableFuture<String> said) {
    RunSettings settings = RunSettings.of(baseUrl, TheMock.tokens());
    Selection kebab = new Selection(List.of(), Set.of(Family.KEBAB), Set.of(Operation.values()));
    List<Requirement> all = Catalogue.requirements();
    List<Requirement> shortOnes = all.stream().filter(each -> !each.is(Trait.LONG)).toList();
    try {
      run(shortOnes, settings.withSelection(kebab), said);
      if (!said.isDone()) {
        run(all, settings, said);
      }
      said.complete("conforms");
    } catch (Unusable unusable) {
      said.complete("unusable: " + unusable.getMessage());
    } catch (Ended known) {
      // Something wrong is known already.
    } catch (RuntimeException | Error failed) {
      said.complete("the judge failed: " + failed);
    }
  }

  private static void run(
      List<Requirement> catalogue, RunSettings settings, CompletableFuture<String> said) {
    Progress progress = (result, done, all) -> tell(result, said);
    new Runner(catalogue, settings, progress).run().results().forEach(result -> tell(result, said));
  }

  /** Tells the first thing that is wrong, and ends every slot that has more to say. */
  private static void tell(Result result, CompletableFuture<String> said) {
    if (said.isDone()) {
      throw new Ended();
    }
    if (!HARMLESS.contains(result.verdict())) {
      said.complete(result.verdict().words() + ": " + result.instance().id());
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  /** Nothing more has to be known of a server that is known to be wrong. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super("ended", null, false, false);
    }
  }
}
