package dev.datamart.conformance.context;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made or found out when it is first asked for. */
public final class Once<T> {
  private final Supplier<T> source;
  private @Nullable T value;
  private @Nullable Hindrance lacking;

  /** The source is asked until it gives something or says that there is nothing. */
  public Once(Supplier<T> source) {
    this.source = source;
  }

  public synchronized T get() {
    if (lacking != null) {
      throw lacking;
    }
    if (value == null) {
      try {
        value = source.get();
      } catch (NotApplicable | Lacking reason) {
        lacking = reason;
        throw reason;
      }
    }
    return value;
  }

  /** What is known already, without asking. */
  synchronized @Nullable T known() {
    return value;
  }
}
