package dev.datamart.mock.journal;

import dev.datamart.cli.Visible;
import dev.datamart.spec.Operation;
import dev.datamart.spec.TokenNeed;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls as commands that can be pasted; the token is a variable, never its value. */
public final class Curl {

  private static final Pattern GLOBBED = Pattern.compile("[\\[\\]{}]");

  private Curl() {}

  /**
   * Returns the command.
   *
   * @param operation tells which token it takes; null for an unknown path
   * @param target path and query
   * @param body the JSON; empty for none
   */
  public static String of(
      URI base, @Nullable Operation operation, String method, String target, String body) {
    StringBuilder command = new StringBuilder("curl");
    if (method.equals("HEAD")) {
      command.append(" --head");
    } else if (!method.equals("GET")) {
      boolean isWord = method.chars().allMatch(c -> c >= 'A' && c <= 'Z');
      command.append(" -X ").append(isWord ? method : Visible.quoted(method));
    }
    if (GLOBBED.matcher(target).find()) {
      command.append(" --globoff");
    }
    boolean isKey = operation != null && operation.need() == TokenNeed.DATA_APP;
    command.append(" -H \"Authorization: Bearer $");
    command.append(isKey ? "API_KEY" : "SERVICE_TOKEN").append('"');
    if (!body.isEmpty()) {
      command.append(" -H 'Content-Type: application/json'");
      // What begins with @ would be taken for the name of a file.
      command.append(body.startsWith("@") ? " --data-raw " : " -d ").append(Visible.quoted(body));
    }
    return command.append(' ').append(Visible.quoted(base + target)).toString();
  }
}
