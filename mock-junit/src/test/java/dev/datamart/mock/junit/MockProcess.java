package dev.datamart.mock.junit;

import dev.datamart.mock.cli.MockMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mock as a program of its own. */
record MockProcess(Process process, URI baseUri) implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  static MockProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MockMain.class.getName(),
                "--port",
                "0")
            .redirectErrorStream(true)
            .start();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher found = ADDRESS.matcher(line);
      if (found.find()) {
        return new MockProcess(process, URI.create(found.group()));
      }
    }
    throw new AssertionError("The mock ended before it told its address");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
