package dev.datamart.conformance.context;

import java.io.Serial;

/** A check cannot be asked of this server or with these options, for the reason in the message. */
public final class NotApplicable extends Hindrance {
  @Serial private static final long serialVersionUID = 1L;

  public NotApplicable(String reason) {
    super(reason);
  }
}
