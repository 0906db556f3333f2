package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A named container of embeds and API keys. */
public record DataApp(
    String name,
    Instant createdAt,
    Instant updatedAt,
    OrderedMap<ApiToken> apiKeys,
    OrderedMap<Embed> embeds)
    implements Keyed {

  public DataApp {
    requireNonNull(name, "name");
  }

  /** Returns a data app with nothing in it. */
  public static DataApp named(String name, Instant now) {
    return new DataApp(name, now, now, OrderedMap.empty(), OrderedMap.empty());
  }

  @Override
  public String key() {
    return name;
  }

  /** Returns the data app as it was before anything was put into it. */
  public DataApp emptied() {
    return new DataApp(name, createdAt, updatedAt, OrderedMap.empty(), OrderedMap.empty());
  }

  DataApp with(Embed embed) {
    return new DataApp(name, createdAt, updatedAt, apiKeys, embeds.with(embed));
  }

  DataApp with(ApiToken key) {
    return new DataApp(name, createdAt, updatedAt, apiKeys.with(key), embeds);
  }

  DataApp withoutKey(String value) {
    return new DataApp(name, createdAt, updatedAt, apiKeys.without(value), embeds);
  }

  DataApp withoutEmbed(String embedId) {
    return new DataApp(name, createdAt, updatedAt, apiKeys, embeds.without(embedId));
  }
}
