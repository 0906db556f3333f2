package dev.datamart.conformance.report;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.wire.Curl;
import dev.datamart.conformance.wire.Exchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What a reader of a report can paste into a shell to see a failure again. */
public final class Commands {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Run run;
  private final Curl curl;

  public Commands(Run run) {
    this.run = run;
    this.curl = new Curl(run.secrets());
  }

  /** The requests that show a finding, in the order in which they were sent. */
  public List<String> repeating(Finding finding) {
    Exchange exchange = finding.exchange();
    boolean isOne = finding.history().isEmpty() && exchange != null;
    return (isOne ? List.of(exchange) : finding.history()).stream().map(curl::of).toList();
  }

  /** A comment for a shell that says which of several requests follows; empty for a single one. */
  public static String step(int index, int count) {
    return count == 1 ? "" : "# step " + (index + 1) + " of " + count;
  }

  /** Checks the same again, and nothing else. */
  public String rerunning(Result result) {
    RunSettings settings = run.settings();
    List<String> words = new ArrayList<>(List.of("java -jar datamart-conformance.jar run"));
    words.add("--base-url " + quoted(settings.baseUrl()));
    words.add("--only " + quoted(result.instance().id()));
    new TreeMap<>(settings.given())
        .forEach((name, is) -> words.add("--" + name + " " + quoted(is)));
    if (result.findings().stream().anyMatch(finding -> !finding.history().isEmpty())) {
      words.add("--seed " + settings.seed());
    }
    if (settings.readOnly()) {
      words.add("--read-only");
    } else if (!THIS_MACHINE.contains(URI.create(settings.baseUrl()).getHost())) {
      words.add("--i-may-write-here");
    }
    return String.join(" ", words);
  }

  /** What has to be known before any of the commands is pasted. */
  public String preparation() {
    Tokens tokens = run.settings().tokens();
    List<String> variables = new ArrayList<>();
    if (tokens.service() != null) {
      variables.add("DATAMART_SERVICE_TOKEN");
    }
    if (tokens.apiKey() != null) {
      variables.add("DATAMART_API_KEY");
    }
    if (tokens.otherService() != null) {
      variables.add(
          "DATAMART_OTHER_SERVICE_TOKEN (without it, nothing is asked about a second organization)");
    }
    return "To repeat or rerun, set "
        + String.join(" and ", variables)
        + ". $API_KEY_n are keys which the run made and removed again, like all that is named"
        + " dck-…; a rerun makes its own.";
  }

  private static String quoted(String text) {
    boolean isPlain = text.matches("[\\w@%+=:,./-]+");
    return isPlain ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
