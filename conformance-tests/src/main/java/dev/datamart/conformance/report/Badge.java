package dev.datamart.conformance.report;

import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;

/** A run as a small picture for a README. */
public record Badge(Run run) {
  public String svg() {
    return switch (run.exitCode()) {
      case CONFORMS -> drawn("conforms", "#2e7d32");
      case VIOLATIONS -> drawn(redWords(), "#c62828");
      case UNREACHABLE -> drawn("incomplete", "#757575");
      case NOTHING_RUN, USAGE -> drawn("not run", "#757575");
    };
  }

  private String redWords() {
    int violated = run.with(Verdict.VIOLATED).size();
    int warned = run.isRed(Verdict.WARNING) ? run.with(Verdict.WARNING).size() : 0;
    return violated == 0 && warned > 0 ? warned + " advised" : violated + " violated";
  }

  private static String drawn(String words, String color) {
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
