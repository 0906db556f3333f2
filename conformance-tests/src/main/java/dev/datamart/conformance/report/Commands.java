package dev.datamart.conformance.report;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.wire.Curl;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a reader of a report can paste into a shell to see a failure again. */
public final class Commands {
  private static final int LONGEST = 20_000;

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
    return (isOne ? List.of(exchange) : finding.history()).stream().map(this::repeating).toList();
  }

  String repeating(Exchange exchange) {
    String command = curl.of(exchange);
    return command.length() <= LONGEST
        ? command
        : "# a request of " + command.length() + " characters, which is not shown";
  }

  /** The same requests; where there are several, a comment tells before each which it is. */
  List<String> steps(Finding finding) {
    List<String> requests = repeating(finding);
    List<String> steps = new ArrayList<>();
    for (String request : requests) {
      if (requests.size() > 1) {
        steps.add("# step " + (steps.size() / 2 + 1) + " of " + requests.size());
      }
      steps.add(request);
    }
    return steps;
  }

  /** Checks the same again, and nothing else. */
  String rerunning(Result result) {
    RunSettings settings = run.settings();
    List<String> words = new ArrayList<>(List.of("java -jar datamart-conformance.jar run"));
    words.add("--base-url " + quoted(settings.baseUrl()));
    words.add("--only " + quoted(result.instance().id()));
    new TreeMap<>(settings.given())
        .forEach((name, value) -> words.add("--" + name + " " + quoted(value)));
    if (result.findings().stream().anyMatch(finding -> !finding.history().isEmpty())) {
      words.add("--seed " + settings.seed());
    }
    if (settings.readOnly()) {
      words.add("--read-only");
    } else if (!Wire.isLocal(settings.baseUrl())) {
      words.add("--i-may-write-here");
    }
    if (settings.strict()) {
      words.add("--strict");
    }
    return String.join(" ", words);
  }

  /** What has to be known before any of the commands is pasted. */
  String preparation() {
    String variables = String.join(" and ", run.settings().tokens().variables().keySet());
    String other = "DATAMART_OTHER_SERVICE_TOKEN";
    return "To repeat or rerun, set "
        + variables.replace(
            other, other + " (without it, nothing is asked about a second organization)")
        + ". $API_KEY_n are keys which the run made and removed again, like all that is named"
        + " dck-…; a rerun makes its own.";
  }

  private static String quoted(String text) {
    boolean isPlain = text.matches("[\\w@%+=:,./-]+");
    return isPlain ? text : Curl.literal(text);
  }
}
