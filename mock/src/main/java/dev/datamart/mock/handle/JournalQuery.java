package dev.datamart.mock.handle;

import dev.datamart.cli.Visible;
import dev.datamart.mock.handle.JournalHandle.Verdict;
import dev.datamart.mock.journal.CallCount;
import dev.datamart.mock.journal.ExchangeFilter;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;

/**
 * Some exchanges, and how many of them there must be: {@code
 * journal.calls(DELETE_DATAMART).naming("sales").exactly(1)}. A claim that does not hold is an
 * {@link AssertionError} that shows what was found.
 */
public record JournalQuery(JournalHandle journal, ExchangeFilter filter, String words) {

  JournalQuery of(Operation operation) {
    return with(filter.withOperation(operation), "of " + operation.id());
  }

  /** Only those that name that datamart, embed, data app or workspace. */
  public JournalQuery naming(String name) {
    return with(filter.withName(name), "naming \"" + name + "\"");
  }

  /** Only those in that path family. */
  public JournalQuery by(Family family) {
    return with(filter.withFamily(family), "by a path of the " + family.word() + " family");
  }

  /** Only those by a deprecated path. */
  public JournalQuery byDeprecatedPath() {
    return with(filter.withIsDeprecated(true), "by a deprecated path");
  }

  /** Only those with that status. */
  public JournalQuery answered(int status) {
    return with(filter.withStatus(status), "answered " + status);
  }

  /** Only those that a strict reader would object to. */
  public JournalQuery withWarnings() {
    return with(filter.withHasWarnings(true), "with warnings");
  }

  /** Only those that changed the organization. */
  public JournalQuery thatChanged() {
    return with(filter.withIsChange(true), "that changed something");
  }

  /** Only those after that one. */
  public JournalQuery after(long number) {
    return with(filter.withAfter(number), "after exchange " + number);
  }

  /** Returns those that are meant, oldest first. */
  public List<ExchangeJson> exchanges() {
    return journal.find(filter, Integer.MAX_VALUE);
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
    Verdict verdict = journal.verify(filter, wanted);
    if (!verdict.isVerified()) {
      throw new AssertionError(
          Visible.of(new TokenMask(journal.world()).mask(words))
              + ": "
              + verdict.sentence()
              + "\n"
              + Transcript.of(verdict.exchanges()));
    }
  }

  private JournalQuery with(ExchangeFilter narrower, String word) {
    return new JournalQuery(journal, narrower, words + " " + word);
  }
}
