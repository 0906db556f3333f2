package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A named container of embeds and API keys, which stand under its name. */
public record DataApp(String name, Instant createdAt, Instant updatedAt) implements Keyed.Named {

  public DataApp {
    requireNonNull(name, "name");
  }
}
