package dev.datamart.conformance;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server in {@code src/test/node}, in a process of its own that ends with this object. */
public final class OtherImplementation implements AutoCloseable {
  private static final String ANNOUNCEMENT = "listening on ";
  private static final int LONGEST_START = 20;

  private final Process process;
  private final String baseUrl;

  /**
   * @param readings of what the contract leaves open
   */
  OtherImplementation(String... readings) throws IOException {
    this(new File("src/test/node"), Map.of(), ProcessBuilder.Redirect.INHERIT, readings);
  }

  /**
   * A changed copy; what it says at its end tells nobody anything.
   *
   * @param folder with the server
   * @param environment that it gets beside this one's
   */
  public OtherImplementation(File folder, Map<String, String> environment) throws IOException {
    this(folder, environment, ProcessBuilder.Redirect.DISCARD);
  }

  private OtherImplementation(
      File folder,
      Map<String, String> environment,
      ProcessBuilder.Redirect errors,
      String... readings)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("node", "server.mjs", "--port", "0"));
    for (String reading : readings) {
      command.addAll(List.of("--reading", reading));
    }
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder).redirectError(errors);
    builder.environment().putAll(environment);
    process = builder.start();
    baseUrl = announced();
  }

  public static boolean isNodeThere() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> new File(folder, "node").canExecute());
  }

  public String baseUrl() {
    return baseUrl;
  }

  private String announced() throws IOException {
    BufferedReader output = process.inputReader();
    CompletableFuture<Void> late =
        new CompletableFuture<Void>().completeOnTimeout(null, LONGEST_START, TimeUnit.SECONDS);
    late.thenRun(process::destroy);
    String line = output.readLine();
    late.cancel(false);
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
