package dev.datamart.mock;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every option of the command line, with its help. Each can be given as a flag or, for containers
 * and CI, as a variable: {@code --port} is {@code DATAMART_MOCK_PORT}. A flag wins.
 */
enum Option {
  HOST("ADDRESS", "address to listen on; only this machine can reach the default") {
    @Override
    MockOptions apply(MockOptions options, String value) {
      return options.withHost(value);
    }

    @Override
    Object current(MockOptions options) {
      return options.host();
    }
  },
  PORT("NUMBER", "port to listen on; 0 picks a free one") {
    @Override
    MockOptions apply(MockOptions options, String value) {
      return options.withPort(number(value, 0, 65_535));
    }

    @Override
    Object current(MockOptions options) {
      return options.port();
    }
  },
  SEED("NAME|FILE", "what there is at start: demo, empty, crowded, or a JSON file") {
    @Override
    MockOptions apply(MockOptions options, String value) {
      return options.withSeed(value);
    }

    @Override
    Object current(MockOptions options) {
      return options.seed();
    }
  },
  MAX_BODY("BYTES", "largest request body that is read") {
    @Override
    MockOptions apply(MockOptions options, String value) {
      return options.withMaxBodyBytes(number(value, 1, Integer.MAX_VALUE));
    }

    @Override
    Object current(MockOptions options) {
      return options.maxBodyBytes();
    }
  },
  DEPRECATED_SINCE("TIME", "moment that the Deprecation header of deprecated paths names") {
    @Override
    MockOptions apply(MockOptions options, String value) {
      return options.withDeprecatedSince(time(value));
    }

    @Override
    Object current(MockOptions options) {
      return options.deprecatedSince();
    }
  },
  SUNSET("TIME", "moment that the Sunset header of deprecated paths names") {
    @Override
    MockOptions apply(MockOptions options, String value) {
      return options.withSunset(time(value));
    }

    @Override
    Object current(MockOptions options) {
      return options.sunset() == null ? "none" : options.sunset();
    }
  };

  private final String argument;
  private final String help;

  Option(String argument, String help) {
    this.argument = argument;
    this.help = help;
  }

  /** Returns the options with this one set; the value is refused with a whole sentence. */
  abstract MockOptions apply(MockOptions options, String value);

  /** Returns the value that the options have for this one. */
  abstract Object current(MockOptions options);

  /** Returns how it is spelled on the command line. */
  String flag() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the environment variable that sets it too. */
  String variable() {
    return "DATAMART_MOCK_" + name();
  }

  String argument() {
    return argument;
  }

  String help() {
    return help;
  }

  static Optional<Option> ofFlag(String flag) {
    return Arrays.stream(values()).filter(option -> option.flag().equals(flag)).findFirst();
  }

  int number(String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, in the same words as a number that is out of range.
    }
    throw new UsageException(
        flag() + " takes a number from " + least + " to " + most + ", not \"" + value + "\".");
  }

  Instant time(String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeException notATime) {
      throw new UsageException(
          flag() + " takes a time like 2026-12-31T00:00:00Z, not \"" + value + "\".");
    }
  }
}
