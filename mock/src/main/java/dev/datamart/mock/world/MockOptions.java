package dev.datamart.mock.world;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set about a mock, in one glance.
 *
 * @param host the address to bind to; loopback unless told otherwise
 * @param port the port to listen on; 0 picks a free one
 * @param seed {@code demo}, {@code empty}, {@code crowded}, or the path of a JSON file
 * @param isStrict whether unknown members and parameters are refused
 * @param faults the path of a JSON file with faults to start with; null for none
 * @param journalSize how many exchanges the journal keeps; 0 keeps none
 * @param adminToken what callers of the control plane must show; null lets everybody in on
 *     loopback, and has one made up elsewhere
 * @param identifierSeed what identifiers and tokens are made from; the same gives the same
 * @param maxBodyBytes the largest request body that is read
 * @param maxConnections how many connections callers can hold at once
 * @param requestSeconds how long a request may take to arrive
 * @param deprecatedSince the moment that the Deprecation header of deprecated paths names
 * @param sunset the moment that their Sunset header names; null leaves the header out
 * @param logLevel {@code off}, {@code warning}, {@code info} or {@code fine}; heeded by the program
 */
public record MockOptions(
    String host,
    int port,
    String seed,
    boolean isStrict,
    @Nullable String faults,
    int journalSize,
    @Nullable String adminToken,
    long identifierSeed,
    int maxBodyBytes,
    int maxConnections,
    int requestSeconds,
    Instant deprecatedSince,
    @Nullable Instant sunset,
    String logLevel) {

  /** Returns what a mock does when it is told nothing, as its help text says. */
  public static MockOptions defaults() {
    return new Builder().build();
  }

  public MockOptions withHost(String value) {
    return change(b -> b.host = value);
  }

  public MockOptions withPort(int value) {
    return change(b -> b.port = value);
  }

  public MockOptions withSeed(String value) {
    return change(b -> b.seed = value);
  }

  public MockOptions withStrict(boolean value) {
    return change(b -> b.isStrict = value);
  }

  public MockOptions withFaults(@Nullable String value) {
    return change(b -> b.faults = value);
  }

  public MockOptions withJournalSize(int value) {
    return change(b -> b.journalSize = value);
  }

  public MockOptions withAdminToken(@Nullable String value) {
    return change(b -> b.adminToken = value);
  }

  public MockOptions withIdentifierSeed(long value) {
    return change(b -> b.identifierSeed = value);
  }

  public MockOptions withMaxBodyBytes(int value) {
    return change(b -> b.maxBodyBytes = value);
  }

  public MockOptions withMaxConnections(int value) {
    return change(b -> b.maxConnections = value);
  }

  public MockOptions withRequestSeconds(int value) {
    return change(b -> b.requestSeconds = value);
  }

  public MockOptions withDeprecatedSince(Instant value) {
    return change(b -> b.deprecatedSince = value);
  }

  public MockOptions withSunset(@Nullable Instant value) {
    return change(b -> b.sunset = value);
  }

  public MockOptions withLogLevel(String value) {
    return change(b -> b.logLevel = value);
  }

  private MockOptions change(Consumer<Builder> change) {
    Builder builder = new Builder(this);
    change.accept(builder);
    return builder.build();
  }

  /** The options while one of them is being set; never leaves this file. */
  private static final class Builder {
    private String host = "127.0.0.1";
    private int port = 8080;
    private String seed = "demo";
    private boolean isStrict;
    private @Nullable String faults;
    private int journalSize = 10_000;
    private @Nullable String adminToken;
    private long identifierSeed = ThreadLocalRandom.current().nextLong();
    private int maxBodyBytes = 1024 * 1024;
    private int maxConnections = 10_000;
    private int requestSeconds = 30;
    // The vendor names no date, so this is only what the header needs to have one.
    private Instant deprecatedSince = Instant.parse("2025-01-01T00:00:00Z");
    private @Nullable Instant sunset;
    private String logLevel = "warning";

    Builder() {}

    Builder(MockOptions from) {
      host = from.host;
      port = from.port;
      seed = from.seed;
      isStrict = from.isStrict;
      faults = from.faults;
      journalSize = from.journalSize;
      adminToken = from.adminToken;
      identifierSeed = from.identifierSeed;
      maxBodyBytes = from.maxBodyBytes;
      maxConnections = from.maxConnections;
      requestSeconds = from.requestSeconds;
      deprecatedSince = from.deprecatedSince;
      sunset = from.sunset;
      logLevel = from.logLevel;
    }

    MockOptions build() {
      return new MockOptions(
          host,
          port,
          seed,
          isStrict,
          faults,
          journalSize,
          adminToken,
          identifierSeed,
          maxBodyBytes,
          maxConnections,
          requestSeconds,
          deprecatedSince,
          sunset,
          logLevel);
    }
  }
}
