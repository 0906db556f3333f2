package dev.datamart.conformance.wire;

import dev.datamart.cli.Visible;
import java.util.Map;

/** A call as a command for a POSIX shell, with shell variables in place of tokens. */
public final class Curl {
  private final Secrets secrets;

  public Curl(Secrets secrets) {
    this.secrets = secrets;
  }

  public String of(Exchange exchange) {
    return of(exchange.call(), exchange.url());
  }

  String of(Call call, String url) {
    StringBuilder line = new StringBuilder("curl -sSi");
    String method = call.spelling().method();
    String content = call.content();
    if (!method.equals("GET") || content != null) {
      line.append(" -X ").append(method);
    }
    for (Map.Entry<String, String> header : Wire.requestHeaders(call).entrySet()) {
      line.append(" -H ").append(quoted(header.getKey() + ": " + header.getValue()));
    }
    if (content != null) {
      line.append(" --data-binary ").append(quoted(content));
    }
    return Visible.of(line.append(' ').append(quoted(url)).toString());
  }

  /** A text as one word of a shell that stands for itself. */
  public static String literal(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Literally, but for tokens: there a variable is expanded. */
  private String quoted(String text) {
    String words = secrets.rewritten(text, Curl::literal, variable -> '"' + variable + '"');
    return words.isEmpty() ? "''" : words;
  }
}
