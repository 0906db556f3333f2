package dev.datamart.conformance.requirement;

/** What a check needs or does, beyond the ordinary. */
public enum Trait {
  /** Sends nothing that could change the server, not even if the server is wrong. */
  READS_ONLY,
  /** Needs a token of a second organization. */
  TWO_ORGANIZATIONS,
  /** Needs the service token, whatever the operation. */
  SERVICE_TOKEN,
  /** Must see the datamarts of the organization at rest, so nothing else may run beside it. */
  ALONE,
  /** Sends many requests one after another, so it begins before the others. */
  LONG,
  /** Makes sense only where the operation has a JSON body. */
  BODY,
  /** Draws on chance: another seed may find what this one did not. */
  RANDOM
}
