package dev.datamart.mock.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something that is another object in one state of an organization than in a later one.
 *
 * @param owner the key of what owns it; {@link Ref#NOBODY} when the organization does
 * @param old as the first state has it; null when it has not
 * @param now as the later state has it; null when it has not
 */
public record Changed<T extends Keyed>(
    Kind<T> kind, String owner, @Nullable T old, @Nullable T now) {}
