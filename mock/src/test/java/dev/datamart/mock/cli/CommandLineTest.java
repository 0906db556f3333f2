package dev.datamart.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.mock.world.MockOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private static final MockOptions DEFAULTS = MockOptions.defaults().withIdentifierSeed(1);

  @Test
  void nothing_said_is_loopback_port_8080_and_the_demo_seed() {
    MockOptions options = parse("");

    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.seed()).isEqualTo("demo");
    assertThat(options.adminToken()).isNull();
    assertThat(options.isStrict()).isFalse();
  }

  @Test
  void every_option_is_set_by_its_flag() {
    assertThat(parse("--host 0.0.0.0")).isEqualTo(DEFAULTS.withHost("0.0.0.0"));
    assertThat(parse("--port 0")).isEqualTo(DEFAULTS.withPort(0));
    assertThat(parse("--port=65535")).isEqualTo(DEFAULTS.withPort(65_535));
    assertThat(parse("--seed my.json")).isEqualTo(DEFAULTS.withSeed("my.json"));
    assertThat(parse("--seed=a=b.json")).isEqualTo(DEFAULTS.withSeed("a=b.json"));
    assertThat(parse("--strict")).isEqualTo(DEFAULTS.withIsStrict(true));
    assertThat(parse("--faults f.json")).isEqualTo(DEFAULTS.withFaults("f.json"));
    assertThat(parse("--journal 5")).isEqualTo(DEFAULTS.withJournalSize(5));
    assertThat(parse("--admin-token abc")).isEqualTo(DEFAULTS.withAdminToken("abc"));
    assertThat(parse("--allow-host a.example"))
        .isEqualTo(DEFAULTS.withAllowedHosts(Set.of("a.example")));
    assertThat(parse("--identifiers 7")).isEqualTo(DEFAULTS.withIdentifierSeed(7));
    assertThat(parse("--max-body 10")).isEqualTo(DEFAULTS.withMaxBodyBytes(10));
    assertThat(parse("--sunset 2030-01-01T00:00:00Z"))
        .isEqualTo(DEFAULTS.withSunset(Instant.parse("2030-01-01T00:00:00Z")));
    assertThat(parse("--deprecated-since 2020-01-01T00:00:00Z"))
        .isEqualTo(DEFAULTS.withDeprecatedSince(Instant.parse("2020-01-01T00:00:00Z")));
    assertThat(parse("--log off")).isEqualTo(DEFAULTS.withLogLevel("off"));
  }

  @Test
  void several_options_are_set_in_any_order_and_the_last_word_counts() {
    MockOptions expected = DEFAULTS.withPort(2).withSeed("empty").withIsStrict(true);

    assertThat(parse("--port 1 --strict --seed empty --port 2")).isEqualTo(expected);
    assertThat(parse("--seed empty --port 2 --strict")).isEqualTo(expected);
  }

  @Test
  void a_variable_sets_an_option_and_a_flag_wins_over_it() {
    Map<String, String> environment =
        Map.of("DATAMART_MOCK_PORT", "7", "DATAMART_MOCK_SEED", "empty", "DATAMART_MOCK_HOST", "");

    MockOptions options = CommandLine.parse(List.of("--port", "9"), environment);

    assertThat(options.port()).isEqualTo(9);
    assertThat(options.seed()).isEqualTo("empty");
    assertThat(options.host()).isEqualTo("127.0.0.1");
  }

  @Test
  void names_of_hosts_add_up() {
    Map<String, String> environment = Map.of("DATAMART_MOCK_ALLOW_HOST", "a,b.example");
    List<String> words = List.of("--allow-host", "c", "--allow-host", "[fe80::1],d");

    assertThat(CommandLine.parse(words, environment).allowedHosts())
        .containsExactlyInAnyOrder("a", "b.example", "c", "[fe80::1]", "d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a", "a:80", ",", "a,", "a/b", "*.a", "a b", "ü"})
  void what_is_no_name_of_a_host_is_refused(String value) {
    List<String> words = List.of("--allow-host", value);

    assertThatThrownBy(() -> CommandLine.parse(words, Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--allow-host takes names of hosts");
  }

  @ParameterizedTest
  @CsvSource({
    "--nothing,                 no option \"--nothing\"",
    "stray,                     no option \"stray\"",
    "-p 1,                      no option \"-p\"",
    "--port,                    --port needs a value",
    "--port x,                  --port takes a number from 0 to 65535",
    "--port=,                   --port needs a value: --port NUMBER",
    "--port -1,                 --port takes a number from 0 to 65535",
    "--port 65536,              --port takes a number from 0 to 65535",
    "--port 99999999999,        --port takes a number from 0 to 65535",
    "--journal -1,              --journal takes a number",
    "--max-body 0,              --max-body takes a number",
    "--strict=perhaps,          --strict",
    "--sunset tomorrow,         --sunset takes a time like",
    "--sunset 2030-01-01,       --sunset takes a time like",
    "--log loud,                --log",
    "--host=,                   --host needs a value: --host ADDRESS",
    "--host localhost:80,       --host takes an address or a name",
    "--host http://localhost,   --host takes an address or a name",
    "--host [localhost,         --host takes an address or a name",
    "--seed=,                   --seed needs a value",
    "--seed --port 1,           --seed needs a value",
    "--faults=,                 --faults needs a value",
    "--admin-token=,            --admin-token needs a value",
    "--strict=,                 --strict takes true or false",
    "--port=80 81,              no option \"81\"",
    "--help=port,               --help takes no value",
  })
  void what_cannot_be_followed_is_refused_in_a_sentence(String line, String part) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(part)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "--prot 1, --port",
    "--ports, --port",
    "--PORT=1, --port",
    "--sed, --seed",
    "--vresion, --version",
    "--hlep, --help",
    "-port, --port",
    "--maxbody 1, --max-body",
    "--admin x, --admin-token",
    "--journal-size 1, --journal",
    "--max_connections 1, --max-connections",
  })
  void a_misspelt_option_is_answered_with_the_nearest(String line, String meant) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith("\"; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({"PROT, PORT", "SED, SEED", "ADMINTOKEN, ADMIN_TOKEN", "MAX_BODY_BYTES, MAX_BODY"})
  void a_misspelt_variable_is_answered_with_the_nearest(String end, String meant) {
    assertThatThrownBy(() -> CommandLine.parse(List.of(), Map.of("DATAMART_MOCK_" + end, "1")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("DATAMART_MOCK_" + end)
        .hasMessageEndingWith("did you mean DATAMART_MOCK_" + meant + "?");
  }

  @Test
  void a_variable_that_is_like_no_option_is_refused_without_a_guess() {
    assertThatThrownBy(() -> CommandLine.parse(List.of(), Map.of("DATAMART_MOCK_COLOUR", "1")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("DATAMART_MOCK_COLOUR")
        .hasMessageEndingWith("--help lists those there are.");
  }

  @Test
  void what_kubernetes_sets_for_a_service_of_this_name_is_none_of_the_options() {
    Map<String, String> links =
        Map.of(
            "DATAMART_MOCK_SERVICE_HOST", "10.0.0.1",
            "DATAMART_MOCK_SERVICE_PORT", "8080",
            "DATAMART_MOCK_PORT", "tcp://10.0.0.1:8080",
            "DATAMART_MOCK_PORT_8080_TCP_ADDR", "10.0.0.1");

    assertThat(CommandLine.parse(List.of(), links).withIdentifierSeed(1)).isEqualTo(DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource({
    "[::1], ::1",
    "::1, ::1",
    "::, ::",
    "fe80::1%eth0, fe80::1%eth0",
    "[::ffff:127.0.0.1], ::ffff:127.0.0.1",
    "localhost, localhost",
    "my_mock.example, my_mock.example",
  })
  void an_address_may_stand_in_the_brackets_of_a_url(String typed, String host) {
    assertThat(parse("--host " + typed).host()).isEqualTo(host);
  }

  @Test
  void a_bad_variable_is_refused_too() {
    assertThatThrownBy(() -> CommandLine.parse(List.of(), Map.of("DATAMART_MOCK_PORT", "x")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("DATAMART_MOCK_PORT")
        .hasMessageContaining("a number from 0 to 65535");
  }

  @Test
  void the_help_fits_a_terminal_of_80_columns() {
    assertThat(CommandLine.help().lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void the_help_names_each_option_with_what_it_is_unless_it_is_given(Option option) {
    assertThat(CommandLine.help()).contains(option.flag(), option.help(), option.usual());
  }

  private static MockOptions parse(String line) {
    List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));
    MockOptions options = CommandLine.parse(words, Map.of());
    return line.contains("--identifiers") ? options : options.withIdentifierSeed(1);
  }
}
