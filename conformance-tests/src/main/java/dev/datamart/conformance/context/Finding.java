package dev.datamart.conformance.context;

import dev.datamart.cli.Visible;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what was demanded and what was seen. It is kept until the end of the run
 * and shown to people, so that each text is one visible line of some length, and exchanges have
 * left their bodies behind.
 *
 * @param exchange the request that showed it, where it was a single one
 * @param history the requests that led there, where their order matters
 */
public record Finding(
    String expected, String came, @Nullable Exchange exchange, List<Exchange> history) {
  private static final int LONGEST = 2000;

  public Finding {
    expected = Visible.of(Text.cut(expected, LONGEST));
    came = Visible.of(Text.cut(came, LONGEST));
    exchange = exchange == null ? null : exchange.withoutBody();
    history = history.stream().map(Exchange::withoutBody).toList();
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
