package dev.datamart.mock.junit;

/** How long an organization lives. */
public enum OrganizationPer {
  /** Each test has one of its own: made before {@code @BeforeEach}, dropped after the test. */
  TEST,
  /** The tests of a class share one, and so do its nested classes; dropped after the class. */
  CLASS
}
