package dev.datamart.conformance.noun;

/** Workspaces, which are only read. */
public final class Workspaces {
  public static final Noun NOUN = Noun.of("workspace", "name", "workspaceName");

  static final Role LIST = Role.list(NOUN);

  private Workspaces() {}
}
