package dev.datamart.conformance.report;

import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;

/** A run as a small picture for a README. */
public final class Badge {
  private final Run run;

  public Badge(Run run) {
    this.run = run;
  }

  public String svg() {
    int violated = run.with(Verdict.VIOLATED).size();
    String words =
        switch (run.exitCode()) {
          case CONFORMS -> "conforms";
          case VIOLATIONS -> violated + " violated";
          case UNREACHABLE -> "incomplete";
          case NOTHING_RUN, USAGE -> "not run";
        };
    String color =
        switch (run.exitCode()) {
          case CONFORMS -> "#2e7d32";
          case VIOLATIONS -> "#c62828";
          case UNREACHABLE, NOTHING_RUN, USAGE -> "#757575";
        };
    int right = 14 + words.length() * 7;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="datamart contract: %2$s">
          <title>datamart contract: %2$s</title>
          <rect width="118" height="20" rx="3" fill="#37474f"/>
          <rect x="112" width="%3$d" height="20" rx="3" fill="%4$s"/>
          <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
            <text x="8" y="14">datamart contract</text>
            <text x="119" y="14">%2$s</text>
          </g>
        </svg>
        """
        .formatted(112 + right, words, right, color);
  }
}
