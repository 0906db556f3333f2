package dev.datamart.conformance.cli;

import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Result;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;

/** One line on a terminal that is written over and over. */
final class ProgressLine implements Progress {
  private final PrintWriter out;
  private final AtomicInteger red = new AtomicInteger();

  ProgressLine(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void done(Result result, int done, int all) {
    int violated = result.verdict().isRed() ? red.incrementAndGet() : red.get();
    if (done % 10 == 0 || done == all) {
      out.print("\r" + done + " of " + all + " checks, " + violated + " violated ");
      out.print(done == all ? "\r" + " ".repeat(60) + "\r" : "");
      out.flush();
    }
  }
}
