package dev.datamart.mock.handle;

import dev.datamart.mock.journal.CallCount;
import dev.datamart.mock.journal.Exchange;
import dev.datamart.mock.journal.ExchangeFilter;
import dev.datamart.mock.journal.Verification;
import dev.datamart.mock.world.MockState;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Locale;

/**
 * Some exchanges of one organization, and how many of them there must be: {@code
 * journal.calls(DELETE_DATAMART).naming("sales").exactly(1)}. A claim that does not hold is an
 * {@link AssertionError} that shows what was found.
 */
public final class JournalQuery {

  private static final int MOST_SHOWN = 20;

  private final MockState world;
  private final ExchangeFilter filter;
  private final String words;

  JournalQuery(MockState world, ExchangeFilter filter, String words) {
    this.world = world;
    this.filter = filter;
    this.words = words;
  }

  JournalQuery of(Operation operation) {
    return with(filter.withOperation(operation.id()), "of " + operation.id());
  }

  /** Only those that name that datamart, embed, data app or workspace. */
  public JournalQuery naming(String name) {
    return with(filter.withName(name), "naming \"" + name + "\"");
  }

  /** Only those in that path family. */
  public JournalQuery by(Family family) {
    String name = family.name().toLowerCase(Locale.ROOT);
    return with(filter.withFamily(name), "by a path of the " + name + " family");
  }

  /** Only those by a deprecated path. */
  public JournalQuery byDeprecatedPath() {
    return with(filter.withDeprecated(true), "by a deprecated path");
  }

  /** Only those with that status. */
  public JournalQuery answered(int status) {
    return with(filter.withStatus(status), "answered " + status);
  }

  /** Only those that a strict reader would object to. */
  public JournalQuery withWarnings() {
    return with(filter.withWarnings(true), "with warnings");
  }

  /** Only those that changed the organization. */
  public JournalQuery thatChanged() {
    return with(filter.withChange(true), "that changed something");
  }

  /** Only those after that one. */
  public JournalQuery after(long number) {
    return with(filter.withAfter(number), "after exchange " + number);
  }

  /** Returns those that are meant, oldest first. */
  public List<ExchangeJson> exchanges() {
    return shown(world.journal().find(filter, Integer.MAX_VALUE));
  }

  /** Claims that there are exactly so many. */
  public void exactly(int count) {
    claim(CallCount.exactly(count));
  }

  /** Claims that there are none. */
  public void never() {
    exactly(0);
  }

  /** Claims that there are so many or more. */
  public void atLeast(int count) {
    claim(CallCount.atLeast(count));
  }

  /** Claims that there are so many or fewer. */
  public void atMost(int count) {
    claim(new CallCount(0, count));
  }

  private void claim(CallCount wanted) {
    Verification result = world.journal().verify(filter, wanted);
    if (!result.holds()) {
      List<Exchange> found = result.found();
      List<Exchange> first = found.subList(0, Math.min(found.size(), MOST_SHOWN));
      throw new AssertionError(
          words + ": " + result.sentence() + "\n" + Transcript.of(shown(first)));
    }
  }

  private List<ExchangeJson> shown(List<Exchange> exchanges) {
    return exchanges.stream().map(exchange -> ExchangeJson.of(world, exchange)).toList();
  }

  private JournalQuery with(ExchangeFilter narrower, String word) {
    return new JournalQuery(world, narrower, words + " " + word);
  }
}
