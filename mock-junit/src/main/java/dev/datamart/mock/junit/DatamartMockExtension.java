package dev.datamart.mock.junit;

import static java.util.Objects.requireNonNull;

import dev.datamart.client.DatamartClient;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.handle.FaultsHandle;
import dev.datamart.mock.handle.JournalHandle;
import dev.datamart.mock.handle.StateHandle;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests the servers and organizations that {@link DatamartMock} asks for. They live in the
 * stores of JUnit, which close them: the shared server with the whole run, a server or organization
 * of a class after the class, an organization of a test after the test and all that surrounds it.
 * Uses nothing that JUnit 5.10 lacks, save for one method that older versions never call.
 */
final class DatamartMockExtension
    implements BeforeAllCallback,
        TestInstancePreConstructCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(DatamartMockExtension.class);

  /** What a parameter can be beside the address of the server, and what it gets. */
  private static final Map<Class<?>, Function<MockOrganization, Object>> PARAMETERS =
      Map.of(
          MockOrganization.class, organization -> organization,
          DatamartClient.class, MockOrganization::client,
          StateHandle.class, MockOrganization::state,
          FaultsHandle.class, MockOrganization::faults,
          JournalHandle.class, MockOrganization::journal,
          MockClock.class, MockOrganization::clock);

  DatamartMockExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    ClassMock.of(context, NAMESPACE);
  }

  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext instance, ExtensionContext context) throws Exception {
    if (instance.getOuterInstance().isEmpty()) {
      // Of an instance whose test did not begin, since its constructor failed.
      Kept left = ofConstructors(context).remove(Thread.currentThread(), Kept.class);
      if (left != null) {
        left.close();
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Kept ofConstructor = ofConstructors(context).remove(Thread.currentThread(), Kept.class);
    if (ofConstructor != null) {
      store(context).put(OrganizationPer.TEST, ofConstructor);
    }
    MockOrganization organization = organization(context, false);
    store(context).put(Exchanges.class, Exchanges.since(organization));
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
    Class<?> type = parameter.getParameter().getType();
    return type == URI.class || PARAMETERS.containsKey(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == URI.class) {
      return ClassMock.of(context, NAMESPACE).server().baseUri();
    }
    boolean isOfConstructor = parameter.getDeclaringExecutable() instanceof Constructor;
    return requireNonNull(PARAMETERS.get(type)).apply(organization(context, isOfConstructor));
  }

  /** A constructor belongs to the test that its instance is made for. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  private static MockOrganization organization(ExtensionContext context, boolean isOfConstructor) {
    ClassMock mock = ClassMock.of(context, NAMESPACE);
    if (mock.organization() != null) {
      return mock.organization();
    }
    if (context.getTestMethod().isPresent()) {
      return organization(store(context), OrganizationPer.TEST, mock);
    }
    if (isOfConstructor
        && context.getTestInstanceLifecycle().orElse(null) == Lifecycle.PER_METHOD) {
      // JUnit before 5.12 does not say for which test; it is the next one of this thread.
      return organization(ofConstructors(context), Thread.currentThread(), mock);
    }
    throw new ParameterResolutionException(
        "Each test has an organization of its own, and this is outside of every test: ask for it"
            + " in @BeforeEach or in the test, or set organization = OrganizationPer.CLASS.");
  }

  private static MockOrganization organization(Store store, Object key, ClassMock mock) {
    return Kept.in(store, key, MockOrganization.class, mock::newOrganization);
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** The organizations that constructors got and no test has yet, by thread. */
  private static Store ofConstructors(ExtensionContext context) {
    return store(context.getRoot());
  }
}
