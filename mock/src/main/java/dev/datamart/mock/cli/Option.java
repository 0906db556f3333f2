package dev.datamart.mock.cli;

import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.world.MockOptions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every option of the command line, with its help. Each can be given as a flag or, for containers
 * and CI, as a variable: {@code --port} is {@code DATAMART_MOCK_PORT}. A flag wins.
 */
enum Option {
  HOST(
      "ADDRESS",
      "address to listen on; only this machine can reach the default",
      MockOptions::host,
      (options, option, value) -> options.withHost(option.host(value))),
  PORT(
      "NUMBER",
      "port to listen on; 0 picks a free one",
      MockOptions::port,
      (options, option, value) -> options.withPort(option.number(value, 0, 65_535))),
  SEED(
      "NAME|FILE",
      "what there is at start: demo, empty, crowded, or a JSON file",
      MockOptions::seed,
      (options, option, value) -> options.withSeed(value)),
  STRICT(
      null,
      "refuse unknown members and parameters",
      MockOptions::isStrict,
      (options, option, value) -> options.withIsStrict(option.flag(value))),
  FAULTS(
      "FILE",
      "faults to start with, as PUT /__mock/faults takes them",
      MockOptions::faults,
      (options, option, value) -> options.withFaults(value)),
  JOURNAL(
      "NUMBER",
      "how many exchanges the journal keeps; 0 keeps none",
      MockOptions::journalSize,
      (options, option, value) -> options.withJournalSize(option.number(value, 0, 1_000_000))),
  ADMIN_TOKEN(
      "TOKEN",
      "what callers of /__mock/ must show; made up when others can reach it",
      MockOptions::adminToken,
      (options, option, value) -> options.withAdminToken(value)),
  ALLOW_HOST(
      "NAME",
      "another name that /__mock/ has on loopback; several with commas, or again",
      // None but those of this machine.
      options -> null,
      (options, option, value) -> options.withAllowedHosts(option.more(options, value))),
  IDENTIFIERS(
      "NUMBER",
      "make identifiers and tokens from this, the same each time",
      options -> "random",
      (options, option, value) ->
          options.withIdentifierSeed(option.number(value, 0, Integer.MAX_VALUE))),
  MAX_BODY(
      "BYTES",
      "largest request body that is read",
      MockOptions::maxBodyBytes,
      (options, option, value) ->
          options.withMaxBodyBytes(option.number(value, 1, 64 * 1024 * 1024))),
  MAX_CONNECTIONS(
      "NUMBER",
      "how many connections callers can hold at once",
      MockOptions::maxConnections,
      (options, option, value) -> options.withMaxConnections(option.number(value, 1, 1_000_000))),
  REQUEST_TIMEOUT(
      "SECONDS",
      "how long a request may take to arrive",
      MockOptions::requestSeconds,
      (options, option, value) -> options.withRequestSeconds(option.number(value, 1, 3_600))),
  DEPRECATED_SINCE(
      "TIME",
      "moment that the Deprecation header of deprecated paths names",
      MockOptions::deprecatedSince,
      (options, option, value) -> options.withDeprecatedSince(option.time(value))),
  SUNSET(
      "TIME",
      "moment that the Sunset header of deprecated paths names",
      MockOptions::sunset,
      (options, option, value) -> options.withSunset(option.time(value))),
  LOG(
      "LEVEL",
      "what is logged to standard error: off, warning, info or fine",
      MockOptions::logLevel,
      (options, option, value) -> options.withLogLevel(option.level(value)));

  /** Names, and addresses of both versions of IP; the last kind has two colons at least. */
  private static final Pattern HOST_NAME =
      Pattern.compile("[\\w.-]+|[0-9a-fA-F.]*:[0-9a-fA-F.]*:[0-9a-fA-F:.]*(%[\\w.-]+)?");

  private interface Setter {
    MockOptions set(MockOptions options, Option option, String value);
  }

  /** What its value is; null for a switch, which takes none. */
  final @Nullable String argument;

  private final String help;
  private final Function<MockOptions, @Nullable Object> getter;
  private final Setter setter;

  Option(
      @Nullable String argument,
      String help,
      Function<MockOptions, @Nullable Object> getter,
      Setter setter) {
    this.argument = argument;
    this.help = help;
    this.getter = getter;
    this.setter = setter;
  }

  /** Returns the options with this one set; the value is refused with a whole sentence. */
  MockOptions apply(MockOptions options, String value) {
    if (value.isEmpty() && argument != null) {
      throw new UsageException(needsAValue());
    }
    return setter.set(options, this, value);
  }

  String needsAValue() {
    return flag() + " needs a value: " + flag() + " " + argument + ".";
  }

  /** Returns the value that this one has when it is not given, for people. */
  String usual() {
    Object value = getter.apply(MockOptions.defaults());
    return value == null ? "none" : value.equals(false) ? "off" : String.valueOf(value);
  }

  /** Returns how it is spelled on the command line. */
  String flag() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the environment variable that sets it too. */
  String variable() {
    return "DATAMART_MOCK_" + name();
  }

  String help() {
    return help;
  }

  static Optional<Option> ofFlag(String flag) {
    return Arrays.stream(values()).filter(option -> option.flag().equals(flag)).findFirst();
  }

  /** An address of IP version 6 may stand in the brackets that it has in a URL. */
  private String host(String value) {
    String host = bare(value);
    if (!HOST_NAME.matcher(host).matches()) {
      throw refused("an address or a name, without a port", value);
    }
    return host;
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private int number(String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, in the same words as a number that is out of range.
    }
    throw refused("a number from " + least + " to " + most, value);
  }

  /** Returns the names there are, and those: a list grows by each word. */
  private Set<String> more(MockOptions options, String value) {
    Set<String> names = new LinkedHashSet<>(options.allowedHosts());
    for (String name : value.split(",", -1)) {
      if (!HOST_NAME.matcher(bare(name.strip())).matches()) {
        throw refused("names of hosts, without scheme and port", value);
      }
      names.add(name.strip());
    }
    return names;
  }

  private boolean flag(String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw refused("true or false", value);
    }
    return value.equals("true");
  }

  private Instant time(String value) {
    try {
      return MockClock.moment(value);
    } catch (DateTimeException notATime) {
      throw refused("a time like 2026-12-31T00:00:00Z", value);
    }
  }

  private String level(String value) {
    if (!LogSetup.LEVELS.contains(value)) {
      throw refused(String.join(", ", LogSetup.LEVELS), value);
    }
    return value;
  }

  private UsageException refused(String wanted, String value) {
    return new UsageException(flag() + " takes " + wanted + ", not \"" + value + "\".");
  }
}
