package dev.datamart.conformance.hostile;

import dev.datamart.conformance.cli.ConformanceMain;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What the program said to a command line, and how it ended. */
public record Program(int exitCode, String out, String err) {
  public static Program run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        ConformanceMain.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Program(exitCode, out.toString(), err.toString());
  }
}
