package dev.datamart.mock.junit;

import dev.datamart.client.DatamartClient;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.handle.FaultsHandle;
import dev.datamart.mock.handle.JournalHandle;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.handle.StateHandle;
import dev.datamart.mock.migration.Rehearsal;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The organization of a test: its tokens, clients that show them, and handles on what it is. */
public final class MockOrganization implements AutoCloseable {

  private final RunningMock mock;
  private final String seed;
  private final OrganizationHandle handle;
  private final HttpClient http;
  private final Deque<MockOrganization> others = new ConcurrentLinkedDeque<>();

  MockOrganization(RunningMock mock, String seed, OrganizationHandle handle, HttpClient http) {
    this.mock = mock;
    this.seed = seed;
    this.handle = handle;
    this.http = http;
  }

  /** Returns the identifier under which the control plane knows it. */
  public String id() {
    return handle.id();
  }

  /** Returns the address to which {@code /api/v2/…} is appended, without a slash at its end. */
  public URI baseUri() {
    return handle.baseUri();
  }

  /** Returns its first service token. */
  public String serviceToken() {
    return handle.serviceToken();
  }

  /** Returns a living API token of each data app that has one, by the name of the data app. */
  public Map<String, String> apiTokens() {
    return handle.apiTokens();
  }

  /** Returns a living API token of that data app. */
  public String apiToken(String dataAppName) {
    return handle.apiToken(dataAppName);
  }

  /** Returns a client that shows the service token. */
  public DatamartClient client() {
    return client(serviceToken());
  }

  /** Returns a client that shows an API token of that data app. */
  public DatamartClient clientOf(String dataAppName) {
    return client(apiToken(dataAppName));
  }

  private DatamartClient client(String token) {
    return DatamartClient.of(baseUri().toString(), token, http);
  }

  /** Returns what it owns and owned, and ways back. */
  public StateHandle state() {
    return handle.state();
  }

  /** Returns the failures on purpose that hit its calls alone. */
  public FaultsHandle faults() {
    return handle.faults();
  }

  /** Returns the exchanges that were made with its tokens. */
  public JournalHandle journal() {
    return handle.journal();
  }

  /** Returns its own clock. */
  public MockClock clock() {
    return handle.clock();
  }

  /** Lets its deprecated paths answer as in that rehearsal of their end. */
  public void rehearse(Rehearsal rehearsal) {
    handle.rehearse(rehearsal);
  }

  /** Starts the sequence of identifiers and tokens that comes from that seed. */
  public void makeIdentifiersFrom(long identifierSeed) {
    handle.makeIdentifiersFrom(identifierSeed);
  }

  /**
   * Returns one more organization of the same mock and seed, which knows nothing of this one and is
   * dropped with it.
   */
  public MockOrganization another() {
    MockOrganization other = mock.newOrganization(seed);
    others.add(other);
    return other;
  }

  /** Drops it; the extension does so after the test. */
  @Override
  public void close() {
    others.forEach(MockOrganization::close);
    handle.close();
  }

  @Override
  public String toString() {
    return "MockOrganization[" + id() + " at " + baseUri() + "]";
  }
}
