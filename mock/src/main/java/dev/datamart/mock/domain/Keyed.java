package dev.datamart.mock.domain;

/** Something that is kept under a key that is unique among its kind, exact and case-sensitive. */
public interface Keyed {

  /** The key: a name for what people name, an identifier or token for what the service makes. */
  String key();

  /** What people name. */
  interface Named extends Keyed {
    String name();

    @Override
    default String key() {
      return name();
    }
  }

  /** What the service makes. */
  interface Identified extends Keyed {
    String id();

    @Override
    default String key() {
      return id();
    }
  }
}
