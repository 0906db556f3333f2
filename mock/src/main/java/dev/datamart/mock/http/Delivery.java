package dev.datamart.mock.http;

/**
 * How an answer goes out: as it should, or as a fault wants it.
 *
 * @param millis how long it takes on purpose
 */
public record Delivery(Way way, long millis) {

  /** What of an answer reaches the caller. */
  public enum Way {
    WHOLE,
    /** The first half of the body, and an orderly end of the connection. */
    HALF,
    /** All of it, drop by drop. */
    IN_DROPS,
    /** Nothing: the connection is reset, as by a server that crashed. */
    RESET
  }

  public static final Delivery WHOLE = new Delivery(Way.WHOLE, 0);
  public static final Delivery HALF = new Delivery(Way.HALF, 0);
  public static final Delivery RESET = new Delivery(Way.RESET, 0);

  public static Delivery inDrops(long millis) {
    return new Delivery(Way.IN_DROPS, millis);
  }
}
