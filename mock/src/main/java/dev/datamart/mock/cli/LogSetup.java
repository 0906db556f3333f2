package dev.datamart.mock.cli;

import dev.datamart.cli.Visible;
import java.util.List;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Logging as one line for each event, on standard error. */
final class LogSetup {

  /** The levels that can be asked for. */
  static final List<String> LEVELS = List.of("off", "warning", "info", "fine");

  /** Held here, since a logger that nobody holds forgets its level. */
  private static final Logger OURS = Logger.getLogger("dev.datamart");

  static final Formatter FORMAT = new OneLine();

  private LogSetup() {}

  static void apply(String level) {
    Level wanted = Level.parse(level.toUpperCase(Locale.ROOT));
    Logger root = Logger.getLogger("");
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    ConsoleHandler console = new ConsoleHandler();
    console.setLevel(wanted);
    console.setFormatter(FORMAT);
    root.addHandler(console);
    // Others are heard when something is wrong; what they do all day is nobody's event.
    root.setLevel(wanted.intValue() > Level.WARNING.intValue() ? wanted : Level.WARNING);
    OURS.setLevel(wanted);
  }

  /** Time, level, what happened, and where it broke; never a second line. */
  private static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord record) {
      StringBuilder line = new StringBuilder();
      line.append(record.getInstant()).append(' ').append(record.getLevel()).append(' ');
      line.append(oneLine(formatMessage(record)));
      Throwable thrown = record.getThrown();
      if (thrown != null) {
        line.append(" | ").append(oneLine(String.valueOf(thrown)));
        StackTraceElement[] stack = thrown.getStackTrace();
        line.append(stack.length > 0 ? " at " + stack[0] : "");
      }
      return line.append(System.lineSeparator()).toString();
    }

    /** Callers choose some of the words, so what would steer a terminal is shown instead. */
    private static String oneLine(String words) {
      return Visible.of(words.replaceAll("\\s+", " "));
    }
  }
}
