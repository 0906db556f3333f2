package dev.datamart.conformance;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The server in {@code src/test/node}, in a process of its own that ends with this object. */
final class OtherImplementation implements AutoCloseable {
  private static final String ANNOUNCEMENT = "listening on ";

  private final Process process;
  private final String baseUrl;

  /**
   * @param readings of what the contract leaves open
   */
  OtherImplementation(String... readings) throws IOException {
    List<String> command = new ArrayList<>(List.of("node", "server.mjs", "--port", "0"));
    for (String reading : readings) {
      command.addAll(List.of("--reading", reading));
    }
    process =
        new ProcessBuilder(command)
            .directory(new File("src/test/node"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    baseUrl = announced();
  }

  static boolean isNodeThere() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> new File(folder, "node").canExecute());
  }

  String baseUrl() {
    return baseUrl;
  }

  private String announced() throws IOException {
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    if (line == null || !line.startsWith(ANNOUNCEMENT)) {
      close();
      throw new IOException("The server did not start: " + line);
    }
    return line.substring(ANNOUNCEMENT.length());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
