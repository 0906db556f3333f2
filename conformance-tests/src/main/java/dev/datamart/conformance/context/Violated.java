package dev.datamart.conformance.context;

import java.io.Serial;
import java.util.List;

/** A check found what its requirement forbids. */
public final class Violated extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private final transient List<Finding> findings;

  public Violated(List<Finding> findings) {
    super(findings.get(0).expected());
    this.findings = List.copyOf(findings);
  }

  public List<Finding> findings() {
    return findings;
  }
}
