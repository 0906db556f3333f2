package dev.datamart.conformance.broken;

/** What a broken server does differently. */
@FunctionalInterface
public interface Fault {
  /** Answers a request, with or without asking the right server behind. */
  Reply answer(Ask ask, Upstream upstream);

  /** The right server. */
  @FunctionalInterface
  interface Upstream {
    Reply send(Ask ask);
  }
}
