package dev.datamart.mock.api;

import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.problem.Refusal;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Makes tokens, of whatever kind: each leads to the organization of its caller alone. */
public final class NewToken {

  private NewToken() {}

  /**
   * Changes the caller's organization so that it has a token that nobody has yet, and returns it.
   * It leads there before the first caller can see it in a list.
   *
   * @param kind what the token is the key of
   * @param change makes of the token the change that adds it
   */
  public static String issue(
      ApiCall call, Kind<?> kind, Function<String, UnaryOperator<Organization>> change) {
    String token = call.newId();
    // Organizations whose identifiers are made from the same seed draw the same tokens.
    while (!call.organizations().leadsTo(token, call.state())) {
      token = call.newId();
    }
    try {
      call.change(change.apply(token));
      return token;
    } catch (Refusal refusal) {
      if (call.organization().bySecret(kind, token) == null) {
        call.organizations().release(token, call.state());
      }
      throw refusal;
    }
  }
}
