package dev.datamart.mock.framing;

/** Bytes that are no request; nothing that follows them on the connection can be trusted. */
public final class NotHttp extends Exception {

  private static final long serialVersionUID = 1;

  private final Flaw flaw;

  NotHttp(Flaw flaw) {
    super(flaw.words(), null, false, false);
    this.flaw = flaw;
  }

  public Flaw flaw() {
    return flaw;
  }
}
