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
  @ValueSource(strings = {"http://a", "a:80", "", "a,", "a/b", "*.a", "a b", "ü"})
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
    "--PORT 1,                  no option \"--PORT\"",
    "--port,                    --port needs a value",
    "--port x,                  --port takes a number from 0 to 65535",
    "--port=,                   --port takes a number from 0 to 65535",
    "--port -1,                 --port takes a number from 0 to 65535",
    "--port 65536,              --port takes a number from 0 to 65535",
    "--port 99999999999,        --port takes a number from 0 to 65535",
    "--journal -1,              --journal takes a number",
    "--max-body 0,              --max-body takes a number",
    "--strict=perhaps,          --strict",
    "--sunset tomorrow,         --sunset takes a time like",
    "--sunset 2030-01-01,       --sunset takes a time like",
    "--log loud,                --log",
  })
  void what_cannot_be_followed_is_refused_in_a_sentence(String line, String part) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(part)
        .hasMessageEndingWith(".");
  }

  @Test
  void a_bad_variable_is_refused_too() {
    assertThatThrownBy(() -> CommandLine.parse(List.of(), Map.of("DATAMART_MOCK_PORT", "x")))
        .isInstanceOf(UsageException.class);
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
