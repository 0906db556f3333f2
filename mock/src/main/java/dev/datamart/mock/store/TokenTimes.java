package dev.datamart.mock.store;

import dev.datamart.mock.domain.Expiring;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** When the tokens of one organization end, and since which version they are gone. */
final class TokenTimes {

  private record Gone(String token, long version) {}

  private record End(Instant at, Ref ref) {}

  private final NavigableSet<End> ends =
      new TreeSet<>(Comparator.comparing(End::at).thenComparing(end -> end.ref().key()));

  /** In the order in which they went; one that came back stands here as well. */
  private final Queue<Gone> gone = new ArrayDeque<>();

  private final Map<String, Long> goneSince = new HashMap<>();
  private final Consumer<String> claimed;

  /**
   * Begins with the tokens of the first state.
   *
   * @param claimed hears of every token that a later state has and the one before it had not
   */
  TokenTimes(Organization start, Consumer<String> claimed) {
    this.claimed = claimed;
    Kind.ALL.stream()
        .filter(Kind::isSecret)
        .forEach(kind -> start.all(kind).forEach(token -> ends(token, true)));
  }

  /**
   * Takes note of what a version made of a token.
   *
   * @param old the token as the version before has it; null when it has not
   * @param now the token as this version has it
   */
  void differ(long number, @Nullable Keyed old, @Nullable Keyed now) {
    ends(old, false);
    ends(now, true);
    if (old != null && now == null) {
      gone.add(new Gone(old.key(), number));
      goneSince.put(old.key(), number);
    } else if (old == null && now != null) {
      goneSince.computeIfPresent(now.key(), (token, since) -> since < number ? null : since);
      claimed.accept(now.key());
    }
  }

  private void ends(@Nullable Keyed token, boolean isThere) {
    if (token instanceof Expiring key && key.expiresAt() != null) {
      End end = new End(key.expiresAt(), Ref.of(key));
      if (isThere) {
        ends.add(end);
      } else {
        ends.remove(end);
      }
    }
  }

  /** Returns where tokens stand whose time is over. */
  List<Ref> over(Instant now) {
    return ends.isEmpty() || ends.first().at().isAfter(now)
        ? List.of()
        : ends.stream().takeWhile(end -> !end.at().isAfter(now)).map(End::ref).toList();
  }

  /** Tells the tokens that no version from that one on has, each once. */
  void forget(long first, Consumer<String> token) {
    for (Gone next = gone.peek(); next != null && next.version() <= first; next = gone.peek()) {
      gone.remove();
      if (goneSince.remove(next.token(), next.version())) {
        token.accept(next.token());
      }
    }
  }
}
