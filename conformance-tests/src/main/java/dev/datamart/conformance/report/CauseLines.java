package dev.datamart.conformance.report;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong, in eighty columns: what was asked, expected and came, and how to see it again. */
public final class CauseLines {
  private static final int SHOWN = 500;
  private static final String INDENT = " ".repeat(12);

  private final Run run;
  private final boolean colored;
  private final Commands commands;
  private final List<String> lines = new ArrayList<>();

  /** With coloured verdicts, for terminals, or without. */
  public CauseLines(Run run, boolean colored) {
    this.run = run;
    this.colored = colored;
    this.commands = new Commands(run);
  }

  /** All that is known of a cause; everything but its first result in a few words. */
  public List<String> of(Cause cause) {
    lines.clear();
    Result first = cause.first();
    Requirement requirement = cause.requirement();
    lines.add(requirement.id() + "  " + requirement.level() + "  " + shown(first.verdict()));
    line("", requirement.sentence());
    line("source", requirement.source());
    first.findings().stream().limit(1).forEach(this::finding);
    requirement.hints().forEach(hint -> line("hint", hint));
    command("rerun", commands.rerunning(first));
    also(cause);
    return List.copyOf(lines);
  }

  /** A verdict as a word in capitals. */
  String shown(Verdict verdict) {
    String words = verdict.words().toUpperCase(Locale.ROOT);
    String color = run.isRed(verdict) ? "31" : "33";
    return colored ? "\u001b[" + color + "m" + words + "\u001b[0m" : words;
  }

  private void also(Cause cause) {
    int more = cause.first().findings().size() - 1;
    List<String> places = cause.places();
    if (more > 0) {
      line(
          "also",
          Result.count(cause.first().findings(), more) + " more of the same in " + places.get(0));
    }
    if (places.size() > 1) {
      line("also", "in " + String.join(", ", places.subList(1, places.size())));
    }
    if (!cause.same().isEmpty()) {
      line("also", "the same in " + String.join(", ", cause.same()));
    }
  }

  private void finding(Finding finding) {
    Exchange exchange = finding.exchange();
    if (exchange != null) {
      line("asked", shortened(asked(exchange.call())));
    }
    line("expected", shortened(finding.expected()));
    line("came", shortened(finding.came()));
    String label = "repeat";
    for (String step : commands.steps(finding)) {
      command(label, step);
      label = " ";
    }
  }

  private static String asked(Call call) {
    String content = call.content();
    return call.line() + (content == null ? "" : " " + content);
  }

  private String shortened(String text) {
    return Text.cut(run.secrets().mask(text), SHOWN);
  }

  private void line(String label, String text) {
    String rest = label.isEmpty() ? "  " : INDENT;
    lines.addAll(Columns.wrap(run.secrets().mask(text), labelled(label), rest));
  }

  private void command(String label, String command) {
    lines.addAll(Columns.command(run.secrets().mask(command), labelled(label), INDENT));
  }

  private static String labelled(String label) {
    return label.isEmpty() ? "  " : String.format("  %-9s ", label);
  }
}
