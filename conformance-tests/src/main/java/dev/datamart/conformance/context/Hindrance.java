package dev.datamart.conformance.context;

import java.io.Serial;
import java.util.Optional;
import java.util.function.Supplier;

/** What keeps a check from being asked, which says nothing of what the check is about. */
public abstract class Hindrance extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  Hindrance(String words) {
    super(words);
  }

  /** What can be had on this server, for checks that see more with it and do without. */
  public static <T> Optional<T> ifAny(Supplier<T> source) {
    try {
      return Optional.of(source.get());
    } catch (Hindrance none) {
      return Optional.empty();
    }
  }
}
