package dev.datamart.conformance.noun;

/** Datasources, which are only read. */
public final class Datasources {
  public static final Noun NOUN = Noun.of("datasource", "name", "datasourceName");

  static final Role LIST = Role.list(NOUN);
  static final Role SCHEMA = Role.read(Verb.READ, NOUN, stock -> Role.named(NOUN, stock));

  private Datasources() {}
}
