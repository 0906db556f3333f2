package dev.datamart.mock.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
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
 * @param allowedHosts further host names by which the control plane is called on loopback
 * @param identifierSeed what identifiers and tokens are made from; the same gives the same
 * @param maxBodyBytes the largest request body that is read
 * @param maxConnections how many connections callers can hold at once
 * @param requestSeconds how long a request may take to arrive
 * @param deprecatedSince the moment that the Deprecation header of deprecated paths names
 * @param sunset the moment that their Sunset header names; null leaves the header out
 * @param logLevel {@code off}, {@code warning}, {@code info} or {@code fine}; heeded by the program
 */
@RecordBuilder
public record MockOptions(
    String host,
    int port,
    String seed,
    boolean isStrict,
    @Nullable String faults,
    int journalSize,
    @Nullable String adminToken,
    Set<String> allowedHosts,
    long identifierSeed,
    int maxBodyBytes,
    int maxConnections,
    int requestSeconds,
    Instant deprecatedSince,
    @Nullable Instant sunset,
    String logLevel)
    implements MockOptionsBuilder.With {

  public MockOptions {
    allowedHosts = allowedHosts == null ? Set.of() : Set.copyOf(allowedHosts);
  }

  /** Returns whether only this machine can reach it. */
  public boolean isLocal() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /** Returns what a mock does when it is told nothing, as its help text says. */
  public static MockOptions defaults() {
    return MockOptionsBuilder.builder()
        .host("127.0.0.1")
        .port(8080)
        .seed("demo")
        .journalSize(10_000)
        .identifierSeed(ThreadLocalRandom.current().nextLong())
        .maxBodyBytes(1024 * 1024)
        .maxConnections(10_000)
        .requestSeconds(30)
        // The vendor names no date, so this is only what the header needs to have one.
        .deprecatedSince(Instant.parse("2025-01-01T00:00:00Z"))
        .logLevel("warning")
        .build();
  }
}
