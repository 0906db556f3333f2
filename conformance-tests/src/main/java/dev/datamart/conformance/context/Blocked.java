package dev.datamart.conformance.context;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.wire.Exchange;
import java.io.Serial;

/** A check could not be asked, since something that it builds on is broken already. */
public final class Blocked extends Hindrance {
  @Serial private static final long serialVersionUID = 1L;
  private final transient Finding finding;

  /** Something did not succeed that the contract promises of the exchange's operation. */
  Blocked(Exchange exchange, String expected) {
    super(Contract.root(exchange.call().operation()));
    this.finding = new Finding(expected, exchange.summary(), exchange);
  }

  /** Blocks on the operation of the exchange unless all is well. */
  public static void unless(boolean well, Exchange exchange, String expected) {
    if (!well) {
      throw new Blocked(exchange, expected);
    }
  }

  /** The id of the requirement that is violated by the finding. */
  public String root() {
    return String.valueOf(getMessage());
  }

  public Finding finding() {
    return finding;
  }
}
