package dev.datamart.mock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a running mock and an organization of their own. Tests, constructors
 * and the methods around tests may have parameters of the types {@link MockOrganization}, {@link
 * dev.datamart.client.DatamartClient} (with the service token), {@link java.net.URI} (the address
 * of the mock), {@link dev.datamart.mock.handle.StateHandle}, {@link
 * dev.datamart.mock.handle.FaultsHandle}, {@link dev.datamart.mock.handle.JournalHandle} and {@link
 * dev.datamart.mock.clock.MockClock}. Tests may run in parallel. A test that fails prints the
 * exchanges that it made.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(DatamartMockExtension.class)
public @interface DatamartMock {

  /** What organizations start as: {@code demo}, {@code empty}, {@code crowded}, or a file. */
  String seed() default "demo";

  /** Whether the class uses the one server of this JVM; otherwise it starts one for itself. */
  boolean shared() default true;

  /** Whether each test has an organization, or each class. */
  OrganizationPer organization() default OrganizationPer.TEST;
}
