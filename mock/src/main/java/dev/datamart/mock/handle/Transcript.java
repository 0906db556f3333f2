package dev.datamart.mock.handle;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exchanges as lines for people: what was asked, what came, and the command that asks again. */
public final class Transcript {

  private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]*)\"");
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private Transcript() {}

  /** Returns two lines or more for each exchange, with a line break behind the last. */
  public static String of(List<ExchangeJson> exchanges) {
    StringBuilder text = new StringBuilder();
    exchanges.forEach(exchange -> tell(exchange, text));
    return text.toString();
  }

  private static void tell(ExchangeJson exchange, StringBuilder text) {
    text.append("  ").append(exchange.method()).append(' ').append(exchange.target());
    text.append(" -> ").append(outcome(exchange));
    text.append(String.format(Locale.ROOT, "  (%.1f ms)%n", exchange.millis()));
    if (!exchange.outcome().equals("answered")) {
      text.append("    fault: ").append(exchange.outcome()).append(System.lineSeparator());
    }
    for (String warning : exchange.warnings()) {
      text.append("    warning: ").append(warning).append(System.lineSeparator());
    }
    text.append("    ").append(exchange.curl()).append(System.lineSeparator());
  }

  private static String outcome(ExchangeJson exchange) {
    if (exchange.status() == 0) {
      return "no answer";
    }
    if (exchange.status() < 400) {
      return String.valueOf(exchange.status());
    }
    String code = first(CODE, exchange.answer());
    String message = first(MESSAGE, exchange.answer());
    return exchange.status() + " " + code + (message.isEmpty() ? "" : " \"" + message + "\"");
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }
}
