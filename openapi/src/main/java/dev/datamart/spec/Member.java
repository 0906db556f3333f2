package dev.datamart.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of a JSON object.
 *
 * @param name its name on the wire
 * @param kind what it is
 * @param isRequired whether the object must have it
 * @param isNullable whether it may be null
 * @param isReadOnly whether only answers have it
 * @param isWriteOnly whether only requests have it
 * @param mayBeEmpty whether a text or a list may have nothing in it
 * @param isSecret whether whoever knows it can act with it, so that it never stands in a report
 * @param items what the items of a list are; null when it is no list
 * @param schema name of the constant of the object that it is, or that each of its items is; null
 *     when there is none. A name and not the constant, since objects can hold one another.
 * @param values the only values that it can have; empty when it can have any
 * @param pattern regular expression that a text matches; null when it can be any
 */
public record Member(
    String name,
    Kind kind,
    boolean isRequired,
    boolean isNullable,
    boolean isReadOnly,
    boolean isWriteOnly,
    boolean mayBeEmpty,
    boolean isSecret,
    @Nullable Kind items,
    @Nullable String schema,
    List<String> values,
    @Nullable String pattern) {

  public Member {
    values = List.copyOf(values);
  }

  /** Returns the object that it is, or that each of its items is; null when there is none. */
  public @Nullable Schema of() {
    return schema == null ? null : Schema.valueOf(schema);
  }
}
