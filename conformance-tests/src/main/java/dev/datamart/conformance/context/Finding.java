package dev.datamart.conformance.context;

import dev.datamart.conformance.wire.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what was demanded and what was seen.
 *
 * @param exchange the request that showed it, where it was a single one
 * @param history the requests that led there, where their order matters
 */
public record Finding(
    String expected, String came, @Nullable Exchange exchange, List<Exchange> history) {
  public Finding {
    history = List.copyOf(history);
  }

  public Finding(String expected, String came, @Nullable Exchange exchange) {
    this(expected, came, exchange, List.of());
  }

  /** Both in lines of their own, each after a line break and this indent. */
  public String lines(String indent) {
    String start = "\n" + indent;
    return start + "expected " + expected + start + "came     " + came;
  }
}
