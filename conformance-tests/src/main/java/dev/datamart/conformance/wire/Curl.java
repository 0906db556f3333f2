package dev.datamart.conformance.wire;

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
    if (!method.equals("GET") || call.content() != null) {
      line.append(" -X ").append(method);
    }
    for (Map.Entry<String, String> header : Wire.requestHeaders(call).entrySet()) {
      line.append(" -H ").append(quoted(header.getKey() + ": " + header.getValue()));
    }
    String content = call.content();
    if (content != null) {
      line.append(" --data-binary ").append(quoted(content));
    }
    return line.append(' ').append(quoted(url)).toString();
  }

  /** Single quotes, or double ones where a variable has to be expanded. */
  private String quoted(String text) {
    StringBuilder out = new StringBuilder();
    for (Secrets.Part part : secrets.parts(text)) {
      if (part.variable()) {
        out.append('"').append(part.text()).append('"');
      } else if (!part.text().isEmpty()) {
        out.append("'").append(part.text().replace("'", "'\\''")).append("'");
      }
    }
    return out.isEmpty() ? "''" : out.toString();
  }
}
