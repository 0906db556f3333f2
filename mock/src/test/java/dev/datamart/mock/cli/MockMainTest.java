package dev.datamart.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.cli.FileName;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.TestMock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as its users start and stop it. */
@Timeout(60)
class MockMainTest {

  private static final Pattern CURL =
      Pattern.compile("curl -H '([^:]+): ([^']+)' \\\\\n\\s+'([^']+)'");

  @Test
  void the_welcome_names_the_address_the_tokens_and_a_command_that_works() {
    try (TestMock server = TestMock.start()) {
      String welcome = MockMain.welcome(server.server());

      assertThat(welcome)
          .contains(
              server.baseUri().toString(),
              "11111111-1111-4111-8111-111111111111",
              "22222222-2222-4222-8222-222222222222",
              "33333333-3333-4333-8333-333333333333",
              "44444444-4444-4444-8444-444444444444");
      assertThat(pasted(welcome).each("name")).hasSize(10).contains("sales-datamart");
    }
  }

  @Test
  void it_stops_with_sigterm_and_closes_its_port() throws Exception {
    Process process = start("--port", "0");
    try (BufferedReader out = reader(process)) {
      String first = out.readLine();
      URI base = URI.create(first.substring(first.indexOf("http://")));
      assertThat(Caller.ofApi(base).get("/datasource").status()).isEqualTo(401);

      process.destroy();

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      try (ServerSocket again =
          new ServerSocket(base.getPort(), 1, InetAddress.getByName("127.0.0.1"))) {
        assertThat(again.isBound()).isTrue();
      }
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void wrong_usage_ends_with_2_and_one_sentence() throws Exception {
    ended(2, "There is no option \"--nothing\"", "--nothing");
  }

  @Test
  void what_would_steer_a_terminal_is_shown_as_an_escape(@TempDir Path folder) throws Exception {
    Path seed = folder.resolve("bad.json");
    String steering = "\\u001b]0;x\\u0007\\u202e";
    Files.writeString(
        seed, "{\"organizations\": [{\"id\": \"a\", \"name\": \"b\", \"" + steering + "\": 1}]}");

    ended(2, "\"" + steering + "\"", "--port", "0", "--seed", seed.toString());
    ended(2, "\"--\\u001b[1m\"", "--\u001b[1m");
  }

  @Test
  void a_seed_that_cannot_be_used_ends_with_2_and_one_sentence(@TempDir Path folder)
      throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("bad.json"),
            """
            {
              "organisations": []
            }
            """);

    ended(2, "bad.json, line 2: ", "--port", "0", "--seed", file.toString());
  }

  @Test
  void a_port_that_is_taken_ends_with_3_and_one_sentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      ended(3, "cannot listen", "--port", String.valueOf(taken.getLocalPort()));
    }
  }

  @Test
  void a_host_that_is_not_this_machine_ends_with_3_and_one_sentence() throws Exception {
    ended(3, "--host takes an address", "--port", "0", "--host", "no-such-host.invalid");
  }

  @Test
  void a_folder_is_no_seed(@TempDir Path folder) throws Exception {
    ended(2, folder + ": a folder; a seed is", "--port", "0", "--seed", folder.toString());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_file_that_does_not_end_is_no_seed() throws Exception {
    ended(2, "/dev/zero: larger than ", "--port", "0", "--seed", "/dev/zero");
  }

  @Test
  void a_misspelt_variable_ends_with_2_and_one_sentence() throws Exception {
    ProcessBuilder program = program("--port", "0");
    program.environment().put("DATAMART_MOCK_SEDE", "empty");

    ended(2, "DATAMART_MOCK_SEDE; did you mean DATAMART_MOCK_SEED?", program.start());
  }

  @Test
  void an_address_of_ip_version_6_can_stand_in_brackets() throws Exception {
    assertThat(ready(program("--port", "0", "--host", "[::1]"))).contains("http://[::1]:");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_seed_can_come_through_a_pipe(@TempDir Path folder) throws Exception {
    Path seed = folder.resolve("seed.json");
    Files.write(seed, demo());

    ProcessBuilder program = shell("cat '" + seed + "' | \"$@\" --seed /dev/fd/0");

    assertThat(ready(program)).contains("http://127.0.0.1:");
  }

  /** The shell writes the name, since this JVM may have no letters for it either. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void a_file_with_letters_that_the_locale_lacks_is_found(@TempDir Path folder) throws Exception {
    Files.write(FileName.path(folder + "/s\u00fc\u00df \u65e5.json"), demo());
    String name = "\"$(printf 's\\303\\274\\303\\237 \\346\\227\\245.json')\"";

    ProcessBuilder byFlag = shell("exec \"$@\" --seed " + name).directory(folder.toFile());
    assertThat(ready(inC(byFlag))).contains("http://127.0.0.1:");
    ProcessBuilder byVariable =
        shell("DATAMART_MOCK_SEED='" + folder + "'/" + name + " exec \"$@\"");
    assertThat(ready(inC(byVariable))).contains("http://127.0.0.1:");
    ProcessBuilder missing = shell("exec \"$@\" --seed x" + name).directory(folder.toFile());
    ended(2, ".json: no such file", inC(missing).start());
  }

  private static void ended(int code, String part, String... words) throws Exception {
    ended(code, part, start(words));
  }

  private static void ended(int code, String part, Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(err).isEqualTo(code);
    assertThat(out).isEmpty();
    assertThat(err.strip()).startsWith("datamart-mock: ").contains(part).hasLineCount(1);
  }

  private static Process start(String... words) throws IOException {
    return program(words).start();
  }

  private static ProcessBuilder program(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(MockMain.class.getName());
    command.addAll(List.of(words));
    return new ProcessBuilder(command);
  }

  /** Has a shell run the line, where {@code "$@"} is the program with a free port. */
  private static ProcessBuilder shell(String line) {
    ProcessBuilder program = program("--port", "0");
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", line, "sh"));
    command.addAll(program.command());
    return program.command(command);
  }

  private static ProcessBuilder inC(ProcessBuilder program) {
    program.environment().put("LC_ALL", "C");
    return program;
  }

  /** Returns the first line, which says that it is ready or what is wrong, and stops it. */
  private static String ready(ProcessBuilder program) throws IOException {
    Process process = program.redirectErrorStream(true).start();
    try (BufferedReader out = reader(process)) {
      return String.valueOf(out.readLine());
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  private static byte[] demo() throws IOException {
    try (InputStream in = MockMain.class.getResourceAsStream("/seeds/demo.json")) {
      return in.readAllBytes();
    }
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Does what a shell would do with the command of the welcome. */
  private static Reply pasted(String welcome) {
    Matcher curl = CURL.matcher(welcome);
    assertThat(curl.find()).as(welcome).isTrue();
    return Caller.exchange(
        HttpRequest.newBuilder(URI.create(curl.group(3)))
            .header(curl.group(1), curl.group(2))
            .build());
  }
}
