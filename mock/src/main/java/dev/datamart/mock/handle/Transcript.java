package dev.datamart.mock.handle;

import dev.datamart.cli.Visible;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exchanges as lines for people: what was asked, what came, and the command that asks again. */
public final class Transcript {

  private Transcript() {}

  /** Returns two lines or more for each exchange, with a line break behind the last. */
  public static String of(List<ExchangeJson> exchanges) {
    StringBuilder text = new StringBuilder();
    exchanges.forEach(exchange -> tell(exchange, text));
    return text.toString();
  }

  private static void tell(ExchangeJson exchange, StringBuilder text) {
    String call = exchange.method() + " " + exchange.target() + " -> " + outcome(exchange);
    String shown = Visible.of(call);
    text.append(String.format(Locale.ROOT, "  %s  (%.1f ms)%n", shown, exchange.millis()));
    if (!exchange.outcome().equals("answered")) {
      text.append(String.format("    fault: %s%n", exchange.outcome()));
    }
    exchange
        .warnings()
        .forEach(said -> text.append("    warning: %s%n".formatted(Visible.of(said))));
    text.append(String.format("    %s%n", exchange.curl()));
  }

  private static String outcome(ExchangeJson exchange) {
    if (exchange.status() == 0) {
      return "no answer";
    }
    if (exchange.status() < 400) {
      return String.valueOf(exchange.status());
    }
    String message = member("message", exchange.answer());
    return exchange.status()
        + " "
        + member("code", exchange.answer())
        + (message.isEmpty() ? "" : " \"" + message + "\"");
  }

  /** Returns the first text of that name in a JSON that may be cut; empty when there is none. */
  private static String member(String name, String json) {
    Matcher found =
        Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
    return found.find() ? found.group(1) : "";
  }
}
