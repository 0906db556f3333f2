package dev.datamart.spec;

/** What a member of a JSON object can be. */
public enum Kind {
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  OBJECT,
  LIST,
  /** Whatever the caller likes. */
  ANY
}
