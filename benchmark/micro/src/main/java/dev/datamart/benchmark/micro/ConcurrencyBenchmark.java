package dev.datamart.benchmark.micro;

import dev.datamart.mock.clock.IdSource;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.api.datamarts.Datamarts;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Organizations;
import dev.datamart.mock.store.Version;
import java.util.List;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/** Two threads on one organization and on one each: what does sharing cost? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(2)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConcurrencyBenchmark {

  @Param({"1", "2"})
  int organizations;

  private OrganizationState[] states = {};
  private Datamart model = Crowd.demo().datamarts().all().get(0);

  @Setup
  public void fill() {
    states = new OrganizationState[organizations];
    for (int i = 0; i < organizations; i++) {
      states[i] =
          new Organizations()
              .add(
                  "o" + i,
                  Crowd.demo(),
                  new MockClock(java.time.InstantSource.system()),
                  new IdSource(i));
    }
  }

  /** One of the two threads: which organization is its own, and which name. */
  @State(Scope.Thread)
  public static class Caller {
    int index;

    @Setup
    public void number(ThreadParams thread) {
      index = thread.getThreadIndex();
    }
  }

  @Benchmark
  public List<Datamart> read(Caller caller) {
    return states[caller.index % organizations].current().organization().datamarts().range(0, 10);
  }

  /** Creates a datamart and deletes it: two changes, each one compare-and-set. */
  @Benchmark
  public Version change(Caller caller) {
    OrganizationState state = states[caller.index % organizations];
    Datamart fresh = Crowd.datamart(model, "fresh-" + caller.index);
    state.change("create", before -> before.with(fresh));
    return state.change("delete", Datamarts.delete(fresh.name()));
  }
}
