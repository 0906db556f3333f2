package dev.datamart.benchmark.micro;

import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.MockServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Another server in a JVM that has had one: what a test class of its own waits for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class StartBenchmark {

  private final List<MockServer> running = new ArrayList<>();

  /** Starts a server and takes its first answer. */
  @Benchmark
  public int another() throws Exception {
    MockServer server = MockServer.start(MockOptions.defaults().withPort(0));
    running.add(server);
    try (Wire wire = new Wire(server.baseUri().getPort())) {
      return wire.delete("sales-datamart");
    }
  }

  @TearDown
  public void stop() {
    running.forEach(MockServer::close);
  }
}
