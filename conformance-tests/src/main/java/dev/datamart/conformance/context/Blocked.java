package dev.datamart.conformance.context;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.wire.Exchange;
import java.io.Serial;

/** A check could not be asked, since something that it builds on is broken already. */
public final class Blocked extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private final String root;
  private final transient Finding finding;

  /**
   * @param root id of the requirement that is violated by the finding
   */
  private Blocked(String root, Finding finding) {
    super(root);
    this.root = root;
    this.finding = finding;
  }

  /** Something did not succeed that the contract promises of the exchange's operation. */
  static Blocked by(Exchange exchange, String expected) {
    return new Blocked(
        Contract.root(exchange.call().operation()),
        new Finding(expected, exchange.summary(), exchange));
  }

  /** Blocks on the operation of the exchange unless all is well. */
  public static void unless(boolean well, Exchange exchange, String expected) {
    if (!well) {
      throw by(exchange, expected);
    }
  }

  public String root() {
    return root;
  }

  public Finding finding() {
    return finding;
  }
}
