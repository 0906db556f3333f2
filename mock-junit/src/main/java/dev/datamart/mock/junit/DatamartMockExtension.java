package dev.datamart.mock.junit;

import static java.util.Objects.requireNonNull;

import dev.datamart.client.DatamartClient;
import dev.datamart.mock.MockServer;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.handle.ExchangeJson;
import dev.datamart.mock.handle.FaultsHandle;
import dev.datamart.mock.handle.JournalHandle;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.handle.StateHandle;
import dev.datamart.mock.handle.Transcript;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.world.MockOptions;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * Keeps the servers and organizations that {@link DatamartMock} asks for. They live in the stores
 * of JUnit, which close them: the shared server with the launcher's session, a server or
 * organization of a class after the class, an organization of a test after the test and all that
 * surrounds it.
 */
final class DatamartMockExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(DatamartMockExtension.class);

  /** What a parameter can be, and what it gets. */
  private static final Map<Class<?>, Function<MockOrganization, Object>> PARAMETERS =
      Map.of(
          MockOrganization.class, organization -> organization,
          DatamartClient.class, MockOrganization::client,
          URI.class, MockOrganization::baseUri,
          StateHandle.class, MockOrganization::state,
          FaultsHandle.class, MockOrganization::faults,
          JournalHandle.class, MockOrganization::journal,
          MockClock.class, MockOrganization::clock);

  DatamartMockExtension() {}

  /** Puts down what the annotation of this very class asks for; nested classes inherit it. */
  @Override
  public void beforeAll(ExtensionContext context) {
    AnnotationSupport.findAnnotation(context.getElement(), DatamartMock.class)
        .ifPresent(wanted -> prepare(wanted, context));
  }

  private static void prepare(DatamartMock wanted, ExtensionContext context) {
    Store store = store(context);
    MockServer mock = wanted.shared() ? shared(context) : start();
    store.put(Settings.class, new Settings(mock, wanted.seed(), wanted.organization()));
    if (!wanted.shared()) {
      store.put(MockServer.class, mock);
    }
    if (wanted.organization() == OrganizationPer.CLASS) {
      store.put(OrganizationPer.CLASS, MockOrganization.of(mock, wanted.seed()));
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    MockOrganization organization = organization(context);
    store(context).put(Exchanges.class, new Exchanges(organization, organization.journal().mark()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Optional<Throwable> failure = context.getExecutionException();
    Exchanges exchanges = store(context).get(Exchanges.class, Exchanges.class);
    boolean hasFailed = failure.isPresent() && !(failure.get() instanceof TestAbortedException);
    if (hasFailed && exchanges != null) {
      // One call, so that the lines of tests that fail side by side do not mix.
      System.err.print(exchanges.told(context.getDisplayName()));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return requireNonNull(PARAMETERS.get(parameter.getParameter().getType()))
        .apply(organization(context));
  }

  /** A constructor belongs to the test that its instance is made for. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  private static MockOrganization organization(ExtensionContext context) {
    Settings settings = requireNonNull(store(context).get(Settings.class, Settings.class));
    OrganizationPer per = settings.organizationPer();
    if (per == OrganizationPer.TEST && context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "Each test has an organization of its own, and this is outside of every test: ask for it"
              + " in @BeforeEach or in the test, or set organization = OrganizationPer.CLASS.");
    }
    return store(context)
        .computeIfAbsent(
            per,
            key -> MockOrganization.of(settings.mock(), settings.seed()),
            MockOrganization.class);
  }

  private static MockServer shared(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .computeIfAbsent(MockServer.class, key -> start(), MockServer.class);
  }

  /** Starts a server with nobody on it yet. */
  private static MockServer start() {
    try {
      MockServer server = MockServer.start(MockOptions.defaults().withPort(0));
      // Their tokens are known to everybody: a test that used them would meet other tests.
      server.handle().organizations().forEach(OrganizationHandle::close);
      return server;
    } catch (SeedException | IOException impossible) {
      throw new IllegalStateException("The mock cannot be started", impossible);
    }
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** What the annotation nearest to a test asks for. */
  private record Settings(MockServer mock, String seed, OrganizationPer organizationPer) {}

  /**
   * The exchanges of one test.
   *
   * @param after the last exchange of the server before the test began
   */
  private record Exchanges(MockOrganization organization, long after) {

    private static final int MOST_SHOWN = 50;

    /** Returns them for people, under a line that names the test. */
    String told(String test) {
      List<ExchangeJson> all = organization.journal().calls().after(after).exchanges();
      List<ExchangeJson> last = all.subList(Math.max(0, all.size() - MOST_SHOWN), all.size());
      String which =
          last.size() < all.size()
              ? "the last " + last.size() + " of " + all.size() + " exchanges"
              : all.size() + (all.size() == 1 ? " exchange" : " exchanges");
      return String.format(
          "%s failed after %s with %s:%n%s",
          test, which, organization.baseUri(), Transcript.of(last));
    }
  }
}
