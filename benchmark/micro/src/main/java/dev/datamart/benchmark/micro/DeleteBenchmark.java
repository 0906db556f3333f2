package dev.datamart.benchmark.micro;

import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.api.datamarts.Datamarts;
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
import org.openjdk.jmh.annotations.Warmup;

/** A delete that takes ten embeds along, in organizations of very different size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
// Memory that is touched for the first time costs more than a delete, so all of it is touched
// before.
@Fork(
    value = 2,
    jvmArgs = {"-Xms5g", "-Xmx5g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeleteBenchmark {

  @Param({"10", "100000"})
  int datamarts;

  private Organization organization = Organization.named("none");
  private int next;

  @Setup
  public void fill() {
    organization = Crowd.of(datamarts);
  }

  /** The change alone; every time another datamart, so that caches help no more than in life. */
  @Benchmark
  public Organization change() {
    next = (next + 7919) % datamarts;
    return Datamarts.delete(Crowd.name(next)).apply(organization);
  }
}
