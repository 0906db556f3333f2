package dev.datamart.conformance.model;

import org.jspecify.annotations.Nullable;

/**
 * One operation on one name in a history, with the time from question to answer.
 *
 * @param value what a create or update wrote, or a read saw; null for absent
 * @param succeeded whether the server said yes
 */
public record Event(Kind kind, @Nullable Integer value, boolean succeeded, long from, long to) {
  /** What was asked. */
  public enum Kind {
    CREATE,
    UPDATE,
    DELETE,
    READ
  }

  /** One line for people. */
  public String words() {
    String what =
        switch (kind) {
          case CREATE -> "create with " + value + " columns";
          case UPDATE -> "update to " + value + " columns";
          case DELETE -> "delete";
          case READ -> "read";
        };
    String result =
        kind == Kind.READ
            ? (value == null ? "saw nothing" : "saw " + value + " columns")
            : succeeded ? "yes" : "no";
    return "%6d..%6d µs  %s: %s".formatted(from / 1000, to / 1000, what, result);
  }
}
