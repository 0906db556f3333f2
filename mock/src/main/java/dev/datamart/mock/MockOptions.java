package dev.datamart.mock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set about a mock, in one glance.
 *
 * @param host the address to bind to; loopback unless told otherwise
 * @param port the port to listen on; 0 picks a free one
 * @param seed {@code demo}, {@code empty}, {@code crowded}, or the path of a JSON file
 * @param maxBodyBytes the largest request body that is read
 * @param deprecatedSince the moment that the Deprecation header of deprecated paths names
 * @param sunset the moment that their Sunset header names; null leaves the header out
 */
public record MockOptions(
    String host,
    int port,
    String seed,
    int maxBodyBytes,
    Instant deprecatedSince,
    @Nullable Instant sunset) {

  /** The vendor names no date, so this is only what the header needs to have one. */
  private static final Instant DEPRECATED_SINCE = Instant.parse("2025-01-01T00:00:00Z");

  /** Returns what a mock does when it is told nothing, as its help text says. */
  public static MockOptions defaults() {
    return new MockOptions("127.0.0.1", 8080, "demo", 1024 * 1024, DEPRECATED_SINCE, null);
  }

  public MockOptions withHost(String newHost) {
    return new MockOptions(newHost, port, seed, maxBodyBytes, deprecatedSince, sunset);
  }

  public MockOptions withPort(int newPort) {
    return new MockOptions(host, newPort, seed, maxBodyBytes, deprecatedSince, sunset);
  }

  public MockOptions withSeed(String newSeed) {
    return new MockOptions(host, port, newSeed, maxBodyBytes, deprecatedSince, sunset);
  }

  public MockOptions withMaxBodyBytes(int bytes) {
    return new MockOptions(host, port, seed, bytes, deprecatedSince, sunset);
  }

  public MockOptions withDeprecatedSince(Instant moment) {
    return new MockOptions(host, port, seed, maxBodyBytes, moment, sunset);
  }

  public MockOptions withSunset(@Nullable Instant moment) {
    return new MockOptions(host, port, seed, maxBodyBytes, deprecatedSince, moment);
  }
}
