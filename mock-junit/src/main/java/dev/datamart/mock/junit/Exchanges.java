package dev.datamart.mock.junit;

import dev.datamart.mock.handle.ExchangeJson;
import dev.datamart.mock.handle.Transcript;
import java.util.List;

/**
 * The exchanges of one test.
 *
 * @param after the last exchange of the server before the test began
 */
record Exchanges(MockOrganization organization, long after) {

  private static final int MOST_SHOWN = 50;

  static Exchanges since(MockOrganization organization) {
    return new Exchanges(organization, organization.journal().mark());
  }

  /** Returns them for people, under a line that names the test. */
  String told(String test) {
    List<ExchangeJson> all = organization.journal().calls().after(after).exchanges();
    List<ExchangeJson> last = all.subList(Math.max(0, all.size() - MOST_SHOWN), all.size());
    String which =
        last.size() < all.size()
            ? "the last " + last.size() + " of " + all.size() + " exchanges"
            : all.size() + (all.size() == 1 ? " exchange" : " exchanges");
    return String.format(
        "%s failed after %s with %s:%n%s",
        test, which, organization.baseUri(), Transcript.of(last));
  }
}
