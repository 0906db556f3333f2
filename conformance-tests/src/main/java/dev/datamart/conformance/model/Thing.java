package dev.datamart.conformance.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.noun.Noun;

/**
 * One thing on the server.
 *
 * @param owner key of what it belongs to; empty for the organization, or when it is not known
 * @param item as its list shows it, or as it is expected to ({@code Expected})
 * @param isCertain whether a list must show it; a key that is running out may be listed or not
 */
public record Thing(Noun noun, String key, String owner, ObjectNode item, boolean isCertain) {

  /** One that must be listed. */
  public Thing(Noun noun, String key, String owner, ObjectNode item) {
    this(noun, key, owner, item, true);
  }

  /** It in words that no other thing has. */
  public String words() {
    return noun.described(key, owner);
  }

  /** The same thing with another item. */
  public Thing showing(ObjectNode other) {
    return new Thing(noun, key, owner, other, isCertain);
  }

  Thing uncertain() {
    return new Thing(noun, key, owner, item, false);
  }
}
