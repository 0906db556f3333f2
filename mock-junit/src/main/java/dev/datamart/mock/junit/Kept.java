package dev.datamart.mock.junit;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Something in a store of JUnit that ends with the store. Up to JUnit 5.12 a store closes only its
 * own kind of things; since 5.13 it warns of those that are nothing more. The names of both are
 * those that every version from 5.10 to 6 has.
 */
@SuppressWarnings({"deprecation", "try"})
record Kept(AutoCloseable value) implements AutoCloseable, Store.CloseableResource {

  /** Returns what is kept under the key there or in a store around it, made when there is none. */
  static <T extends AutoCloseable> T in(Store store, Object key, Class<T> type, Supplier<T> made) {
    Kept kept = store.getOrComputeIfAbsent(key, absent -> new Kept(made.get()), Kept.class);
    return type.cast(requireNonNull(kept).value());
  }

  @Override
  public void close() throws Exception {
    value.close();
  }
}
