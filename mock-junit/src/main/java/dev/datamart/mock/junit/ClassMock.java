package dev.datamart.mock.junit;

import dev.datamart.mock.MockServer;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.world.MockOptions;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotation of one class asks for.
 *
 * @param organization the one that the whole class shares; null when each test has its own
 */
record ClassMock(
    MockServer server, boolean isShared, String seed, @Nullable MockOrganization organization)
    implements AutoCloseable {

  /**
   * Returns that of the annotation nearest to what runs; nested classes inherit it. It is made when
   * it is first asked for: an instance for all tests of a class is made before anything else.
   */
  static ClassMock of(ExtensionContext context, Namespace namespace) {
    ExtensionContext at = context;
    Optional<DatamartMock> wanted = annotation(at);
    while (wanted.isEmpty()) {
      at = at.getParent().orElseThrow();
      wanted = annotation(at);
    }
    DatamartMock found = wanted.get();
    Store root = at.getRoot().getStore(namespace);
    // The class is the key, since a store looks into those of enclosing classes too.
    Object key = at.getRequiredTestClass();
    return Kept.in(at.getStore(namespace), key, ClassMock.class, () -> start(found, root));
  }

  private static Optional<DatamartMock> annotation(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), DatamartMock.class);
  }

  private static ClassMock start(DatamartMock wanted, Store root) {
    MockServer server = wanted.shared() ? shared(root) : start();
    MockOrganization organization =
        wanted.organization() == OrganizationPer.CLASS
            ? MockOrganization.of(server, wanted.seed())
            : null;
    return new ClassMock(server, wanted.shared(), wanted.seed(), organization);
  }

  private static MockServer shared(Store root) {
    return Kept.in(root, MockServer.class, MockServer.class, ClassMock::start);
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

  MockOrganization newOrganization() {
    return MockOrganization.of(server, seed);
  }

  @Override
  public void close() {
    if (organization != null) {
      organization.close();
    }
    if (!isShared) {
      server.close();
    }
  }
}
