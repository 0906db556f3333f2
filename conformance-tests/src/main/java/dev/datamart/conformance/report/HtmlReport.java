package dev.datamart.conformance.report;

import static java.util.Objects.requireNonNull;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run as one page that needs nothing beside itself. How it looks is said in {@code report.html},
 * which asks the methods and records here by name.
 */
public final class HtmlReport {
  private static final int FINDINGS_SHOWN = 3;
  private static final int WHYS_SHOWN = 12;

  private final Run run;
  private final Commands commands;
  private final Overview overview;
  private final Allowance allowance = new Allowance();

  public HtmlReport(Run run) {
    this.run = run;
    this.overview = new Overview(run);
    this.commands = new Commands(run);
  }

  public String text() {
    return Mustache.compiler()
        .emptyStringIsFalse(true)
        .nullValue("")
        .withEscaper(text -> Escapers.HTML.escape(run.secrets().mask(text)))
        .compile(resource("report.html"))
        .execute(this);
  }

  String css() {
    return resource("report.css");
  }

  String outcome() {
    return kindOf(run.exitCode());
  }

  String meaning() {
    return switch (run.exitCode()) {
      case CONFORMS ->
          "It does all that the vendor documents, as far as it was asked"
              + (run.with(Verdict.KNOWN).isEmpty() ? "." : ", except for known failures.");
      case VIOLATIONS ->
          !run.with(Verdict.VIOLATED).isEmpty()
              ? "It does not do all that the vendor documents."
              : run.with(Verdict.UNEXPECTEDLY_PASSED).isEmpty()
                  ? "It does all that the vendor documents, but not all that is advised."
                  : "A known failure passes: take it off the list.";
      case UNREACHABLE -> "Some checks have no verdict, so it cannot be called conforming.";
      case NOTHING_RUN, USAGE -> "No check gave a verdict, which is not success.";
    };
  }

  String facts() {
    return String.format(
        Locale.ROOT,
        "%d checks, %d requests in %.1f s%s · seed %d",
        run.results().size(),
        run.requests(),
        run.took().toMillis() / 1000.0,
        run.runId().isEmpty() ? "" : " · run " + run.runId(),
        run.settings().seed());
  }

  /** How many checks got a verdict. */
  record Count(String kind, int count, String words) {
    static Count of(Verdict verdict, int count) {
      boolean isNoun = verdict == Verdict.WARNING || verdict == Verdict.KNOWN;
      return new Count(kindOf(verdict), count, verdict.words() + (isNoun && count != 1 ? "s" : ""));
    }

    @Override
    public String toString() {
      return count + " " + words;
    }
  }

  List<Count> counts() {
    return run.counts().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> Count.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Each operation in each family. */
  Matrix matrix() {
    return new Matrix(overview);
  }

  /** The operations by what is known of them. */
  List<Overview.Group> groups() {
    return overview.groups();
  }

  /** Why some checks have no verdict of their own; the most checks first. */
  List<Why> whys() {
    return Stream.of(Verdict.BLOCKED, Verdict.COULD_NOT_RUN, Verdict.NOT_APPLICABLE)
        .flatMap(
            verdict ->
                Result.by(Result::reason, run.with(verdict)).values().stream()
                    .sorted(Comparator.comparing(List<Result>::size).reversed()))
        .limit(WHYS_SHOWN)
        .map(HtmlReport::why)
        .toList();
  }

  /**
   * @param root the requirement that blocks, by id, or an empty text
   */
  record Why(String checks, String verdict, String root, String reason) {}

  private static Why why(List<Result> results) {
    Result first = results.get(0);
    String checks = results.size() + (results.size() == 1 ? " check " : " checks ");
    boolean isBlocked = first.verdict() == Verdict.BLOCKED;
    return new Why(
        checks,
        first.verdict().words() + (isBlocked ? " by " : ": "),
        isBlocked ? first.reason() : "",
        isBlocked ? "" : Text.cut(first.reason(), 200));
  }

  /** Findings under one heading, one box for each cause. */
  record Section(String title, String kind, boolean isOpen, List<Box> causes, String preparation) {}

  record Box(Cause cause, List<Proof> proofs, String rerun, String more) {}

  /** A finding with the commands that show it again. */
  record Proof(@Nullable String asked, Finding finding, String repeat) {}

  List<Section> sections() {
    return Stream.of(
            section("Violations", Verdict.VIOLATED, commands.preparation()),
            section("Known failures that pass", Verdict.UNEXPECTEDLY_PASSED, ""),
            section("Warnings", Verdict.WARNING, ""))
        .filter(section -> !section.causes().isEmpty())
        .toList();
  }

  private Section section(String title, Verdict verdict, String preparation) {
    List<Box> boxes = Cause.of(run.with(verdict)).stream().map(this::box).toList();
    return new Section(title, kindOf(verdict), run.isRed(verdict), boxes, preparation);
  }

  private Box box(Cause cause) {
    List<Finding> findings = cause.first().findings();
    List<Proof> proofs =
        findings.stream()
            .limit(FINDINGS_SHOWN)
            .takeWhile(next -> !allowance.isSpent())
            .map(this::proof)
            .toList();
    int more = findings.size() - proofs.size();
    String rest = more > 0 ? "and " + Result.count(findings, more) + " more of the same" : "";
    return new Box(cause, proofs, lines(Stream.of(commands.rerunning(cause.first()))), rest);
  }

  private Proof proof(Finding finding) {
    String asked = finding.exchange() == null ? null : finding.exchange().call().line();
    String repeat = lines(commands.steps(finding).stream());
    allowance.spend(finding.expected() + finding.came() + asked + repeat);
    return new Proof(asked, finding, repeat);
  }

  private static String lines(Stream<String> script) {
    return script
        .flatMap(each -> Columns.command(each, "", "  ").stream())
        .collect(Collectors.joining("\n"));
  }

  /** Checks that found nothing, by the reason for that. */
  record Silence(String title, List<String> reasons) {}

  List<Silence> silences() {
    return Stream.of(
            silence("Blocked by an earlier failure", Verdict.BLOCKED),
            silence("Could not run", Verdict.COULD_NOT_RUN),
            silence("Known failures", Verdict.KNOWN),
            silence("Not checked", Verdict.NOT_APPLICABLE))
        .filter(silence -> !silence.reasons().isEmpty())
        .toList();
  }

  private Silence silence(String title, Verdict verdict) {
    List<String> reasons = new ArrayList<>();
    Result.by(Result::reason, run.with(verdict))
        .forEach((reason, results) -> reasons.add(reason + ": " + extent(results)));
    return new Silence(title, reasons);
  }

  private static String extent(List<Result> results) {
    Stream<String> ids = results.stream().map(result -> result.requirement().id()).distinct();
    return results.size() + " checks of " + ids.collect(Collectors.joining(", "));
  }

  /** A requirement with the verdicts on its checks. */
  record Line(Requirement requirement, String verdicts) {}

  List<Line> requirements() {
    return Result.by(Result::requirement, run.results()).entrySet().stream()
        .map(entry -> new Line(entry.getKey(), verdicts(entry.getValue())))
        .toList();
  }

  private static String verdicts(List<Result> results) {
    return Result.by(Result::verdict, results).entrySet().stream()
        .map(entry -> Count.of(entry.getKey(), entry.getValue().size()).toString())
        .collect(Collectors.joining(", "));
  }

  private static String kindOf(Enum<?> verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String resource(String name) {
    try (InputStream stream = HtmlReport.class.getResourceAsStream("/report/" + name)) {
      return new String(requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
