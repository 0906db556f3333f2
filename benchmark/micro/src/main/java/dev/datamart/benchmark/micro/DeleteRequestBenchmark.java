package dev.datamart.benchmark.micro;

import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.MockServer;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.store.OrganizationState;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The same delete as a caller sees it: from the request on the wire to the answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
// Memory that is touched for the first time costs more than a delete, so all of it is touched
// before.
@Fork(
    value = 2,
    jvmArgs = {"-Xms5g", "-Xmx5g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeleteRequestBenchmark {

  @Param({"10", "100000"})
  int datamarts;

  private final Wired wired = new Wired();
  private int next;

  @Setup
  public void start() throws Exception {
    wired.open(Crowd.of(datamarts));
  }

  @TearDown
  public void stop() throws Exception {
    wired.close();
  }

  /** Puts the organization back, which costs one compare-and-set, and deletes over HTTP. */
  @Benchmark
  public int request() throws Exception {
    next = (next + 7919) % datamarts;
    return wired.delete(Crowd.name(next));
  }

  /** A server in this JVM with one open connection to it. */
  private static final class Wired {
    private MockServer server;
    private Wire wire;
    private OrganizationState state;
    private Organization full;

    void open(Organization organization) throws Exception {
      full = organization;
      server = MockServer.start(MockOptions.defaults().withPort(0));
      state = server.world().organizations().byToken(Crowd.SERVICE_TOKEN);
      wire = new Wire(server.baseUri().getPort());
    }

    int delete(String name) throws Exception {
      state.change("benchmark", before -> full);
      return wire.delete(name);
    }

    void close() throws Exception {
      wire.close();
      server.close();
    }
  }
}
