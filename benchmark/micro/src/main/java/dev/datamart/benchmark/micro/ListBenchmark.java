package dev.datamart.benchmark.micro;

import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.api.datamarts.DatamartsResource;
import dev.datamart.mock.api.Page;
import dev.datamart.stub.model.ListDatamartsResponse;
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

/** The first page of the list when nothing of it is kept from an earlier answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ListBenchmark {

  @Param({"1", "10", "1000"})
  int pages;

  private Organization organization = Organization.named("none");

  @Setup
  public void fill() {
    organization = Crowd.of(pages * Page.SIZE);
  }

  @Benchmark
  public ListDatamartsResponse firstPage() {
    return DatamartsResource.answer(Page.ofQuery("true", "1").of(organization.datamarts()), true);
  }
}
