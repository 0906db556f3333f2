package dev.datamart.conformance.context;

import java.io.Serial;

/** A check could not be asked, since something that it builds on is broken already. */
public final class Blocked extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private final String root;
  private final transient Finding finding;

  /**
   * @param root id of the requirement that is violated by the finding
   */
  public Blocked(String root, Finding finding) {
    super(root);
    this.root = root;
    this.finding = finding;
  }

  public String root() {
    return root;
  }

  public Finding finding() {
    return finding;
  }
}
