package dev.datamart.conformance.context;

import java.io.Serial;

/** The server has nothing of a kind that a check builds on, and the options name none. */
public final class Lacking extends Hindrance {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param thing what is missing, such as {@code datasource with a table}
   * @param options by which it can be named
   */
  public Lacking(String thing, String options) {
    super("No " + thing + " was found; name one with " + options + ".");
  }
}
