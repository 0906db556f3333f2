package dev.datamart.mock.cli;

import dev.datamart.cli.TypedWords;
import dev.datamart.cli.Visible;
import dev.datamart.mock.MockServer;
import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.ServiceToken;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.world.MockOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program: starts a mock, says how to talk to it, and waits. */
public final class MockMain {

  private static final int USAGE = 2;
  private static final int CANNOT_START = 3;
  private static final int CANNOT_GO_ON = 4;

  private static final Logger LOG = Logger.getLogger(MockMain.class.getName());

  private MockMain() {}

  /**
   * Runs until it is told to stop; exits with 2 for wrong usage, 3 when it cannot start, and 4 when
   * it cannot go on.
   */
  public static void main(String[] args) throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> end(failure));
    List<String> words = TypedWords.of(args);
    if (words.contains("--help") || words.contains("-h")) {
      System.out.print(CommandLine.help());
    } else if (words.contains("--version")) {
      System.out.println("datamart-mock " + version());
    } else {
      run(words);
    }
  }

  private static void run(List<String> words) throws InterruptedException {
    MockOptions options = MockOptions.defaults();
    try {
      options = CommandLine.parse(words, TypedWords.environment());
      LogSetup.apply(options.logLevel());
      MockServer server = MockServer.start(options);
      LOG.log(Level.INFO, "The mock listens at {0}", server.baseUri());
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    LOG.log(Level.INFO, "The mock has stopped");
                    stopped.countDown();
                  },
                  "datamart-mock-stop"));
      System.out.print(welcome(server));
      stopped.await();
    } catch (UsageException | SeedException wrong) {
      exit(USAGE, String.valueOf(wrong.getMessage()));
    } catch (IOException taken) {
      exit(CANNOT_START, cannotListen(options, taken));
    }
  }

  private static String cannotListen(MockOptions options, IOException why) {
    String cannot = "The mock cannot listen on " + options.host() + ":" + options.port();
    String advice =
        isOfThisMachine(options.host())
            ? "--port 0 picks a free port."
            : "--host takes an address or a name of this machine.";
    return "%s (%s); %s".formatted(cannot, why.getMessage(), advice);
  }

  private static boolean isOfThisMachine(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException unknown) {
      return false;
    }
  }

  /** Returns what a newcomer needs: the address, the tokens, and a command that works. */
  static String welcome(MockServer server) {
    StringBuilder text = new StringBuilder();
    text.append("Datamart mock ready at ").append(server.baseUri()).append('\n');
    String admin = server.world().options().adminToken();
    if (admin != null) {
      text.append("Control plane: /__mock/ with the admin token ").append(admin).append('\n');
    }
    String first = "";
    for (OrganizationHandle handle : server.handle().organizations()) {
      Organization organization = handle.state().now();
      text.append("\n  ").append(Visible.of(organization.name())).append('\n');
      for (ServiceToken token : organization.all(Kind.SERVICE_TOKEN)) {
        text.append("    service token  ").append(Visible.of(token.value())).append('\n');
        first = first.isEmpty() ? token.value() : first;
      }
      for (ApiToken key : organization.all(Kind.API_TOKEN)) {
        text.append("    API key        ").append(Visible.of(key.value()));
        text.append("  (").append(Visible.of(key.dataAppName())).append(")\n");
      }
    }
    text.append("\nTry it:\n\n  curl -H ");
    text.append(Visible.quoted("Authorization: Bearer " + first)).append(" \\\n");
    text.append("    '").append(server.baseUri());
    text.append("/api/v2/data-app/datamarts?isPagination=true&expandDetails=false'\n\n");
    return text.toString();
  }

  /**
   * A mock that has lost a thread would listen on and answer nobody; one that is gone is noticed.
   */
  private static void end(Throwable failure) {
    boolean isMemory = failure instanceof OutOfMemoryError;
    System.err.println(
        isMemory
            ? "datamart-mock: There is not enough memory to go on; give it more, as with -Xmx512m."
            : "datamart-mock: A thread of the mock died, so it cannot go on: " + failure);
    Runtime.getRuntime().halt(CANNOT_GO_ON);
  }

  private static String version() {
    String version = MockMain.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  private static void exit(int code, String sentence) {
    System.err.println("datamart-mock: " + Visible.lines(sentence));
    System.exit(code);
  }
}
