package dev.datamart.mock.handle;

import dev.datamart.mock.journal.CallCount;
import dev.datamart.mock.journal.Exchange;
import dev.datamart.mock.journal.ExchangeFilter;
import dev.datamart.mock.world.MockState;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The exchanges that were made with the tokens of one organization, or all; tokens masked. */
public record JournalHandle(MockState world, @Nullable String organization) {

  private static final int MOST_SHOWN = 20;

  /** Returns all of them, oldest first. */
  public List<ExchangeJson> exchanges() {
    return calls().exchanges();
  }

  /** Means all calls; what is added to the line leaves out some. */
  public JournalQuery calls() {
    return new JournalQuery(this, ExchangeFilter.ALL, "calls");
  }

  /** Means the calls of one operation, in all path families. */
  public JournalQuery calls(Operation operation) {
    return calls().of(operation);
  }

  /** Returns the number of the newest exchange of the server, to ask for those after it. */
  public long mark() {
    return world.journal().count();
  }

  /** Returns the exchanges that are wanted, oldest first, at most so many of the newest. */
  public List<ExchangeJson> find(ExchangeFilter wanted, int limit) {
    return shown(world.journal().find(own(wanted), limit));
  }

  /**
   * Returns the exchange of that number.
   *
   * @throws NoSuchElementException when it is not kept
   */
  public ExchangeJson exchange(long number) {
    return world
        .journal()
        .find(number)
        .filter(own(ExchangeFilter.ALL))
        .map(exchange -> ExchangeJson.of(world, exchange))
        .orElseThrow(() -> new NoSuchElementException("Exchange " + number + " is not kept."));
  }

  /** Tells whether as many of these exchanges happened as must have. */
  public Verdict verify(ExchangeFilter meant, CallCount wanted) {
    CallCount.Verdict result = world.journal().verify(own(meant), wanted);
    List<Exchange> found = result.found();
    List<Exchange> first = found.subList(0, Math.min(found.size(), MOST_SHOWN));
    return new Verdict(result.holds(), found.size(), result.sentence(), shown(first));
  }

  /** Forgets them; numbers go on. */
  public void clear() {
    if (organization == null) {
      world.journal().clear();
    } else {
      world.journal().clear(organization);
    }
  }

  private ExchangeFilter own(ExchangeFilter filter) {
    return organization == null ? filter : filter.withOrganization(organization);
  }

  private List<ExchangeJson> shown(List<Exchange> exchanges) {
    return exchanges.stream().map(exchange -> ExchangeJson.of(world, exchange)).toList();
  }

  /**
   * Whether something happened as often as it must have.
   *
   * @param exchanges the first of those that were found
   */
  public record Verdict(
      boolean isVerified, int found, String sentence, List<ExchangeJson> exchanges) {}
}
