package dev.datamart.mock.api;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.access.Authenticator;
import dev.datamart.mock.access.Caller;
import dev.datamart.mock.domain.Changed;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.http.Query;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.mock.store.DroppedException;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Organizations;
import dev.datamart.mock.store.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One request that has passed the gate: who calls, which operation in which spelling, and with what
 * body. Lives on the one thread that answers it.
 */
public final class ApiCall {

  private static final ThreadLocal<@Nullable ApiCall> CURRENT = new ThreadLocal<>();

  /** What is kept and said of unknown names, of which a body can have very many. */
  private static final int MOST_WARNINGS = 20;

  private static final int MOST_NAME_CHARS = 100;

  /** What a kept answer takes, or a word of its question, beside what is in it. */
  private static final long KEPT_BYTES = 64;

  private final Caller caller;
  private final Route route;
  private final Query query;
  private final byte[] body;
  private final Authenticator authenticator;
  private final boolean isStrict;
  private final Instant now;
  private final List<String> warnings = new ArrayList<>(0);
  private @Nullable List<Changed<?>> changes;
  private @Nullable Version version;
  private boolean isPure;

  public ApiCall(
      Caller caller,
      Route route,
      Query query,
      byte[] body,
      Authenticator authenticator,
      boolean isStrict) {
    this.caller = caller;
    this.route = route;
    this.query = query;
    this.body = body;
    this.authenticator = authenticator;
    this.isStrict = isStrict;
    this.now = caller.state().clock().instant();
  }

  /**
   * Returns the call that this thread answers. Resources are shared and Jersey asks each on the
   * thread that asks Jersey, so they find their call here rather than through a proxy.
   */
  public static ApiCall current() {
    return requireNonNull(CURRENT.get(), "no call on this thread");
  }

  /**
   * Answers with this call as the current one. What was answered to an equal question in the state
   * that is there now, and followed from that state alone, is not worked out again.
   */
  public Answer answer(Function<ApiCall, Answer> answering) {
    // A body may hold what a strict reader objects to, so it is read every time.
    Answer known = body.length == 0 ? (Answer) version().derived(question()) : null;
    if (known != null) {
      return known;
    }
    CURRENT.set(this);
    try {
      Answer answer = answering.apply(this);
      if (isPure && body.length == 0) {
        keep(question(), answer);
      }
      return answer;
    } finally {
      CURRENT.remove();
    }
  }

  public Route route() {
    return route;
  }

  public Query query() {
    return query;
  }

  public byte[] body() {
    return body;
  }

  /** Returns the moment at which the call is taken to happen. */
  public Instant now() {
    return now;
  }

  /** Returns the organization as it is now. */
  public Organization organization() {
    return state().current().organization();
  }

  /** Returns a fresh identifier. */
  public String newId() {
    return state().ids().next();
  }

  /** Returns the caller, whichever token was shown. */
  public Caller caller() {
    return caller;
  }

  /** Returns the token that the caller showed. */
  public String token() {
    return caller.token();
  }

  /** Returns the data app whose key was shown; only asked by operations that need such a key. */
  public String dataApp() {
    return requireNonNull(caller.dataApp(), "not called with an API key");
  }

  /** Returns all organizations of the server, among which a new token must lead to one alone. */
  Organizations organizations() {
    return authenticator.organizations();
  }

  public OrganizationState state() {
    return caller.state();
  }

  /** Applies a change to the caller's organization, if the caller may still do so then. */
  public void change(UnaryOperator<Organization> change) {
    List<Changed<?>> made = new ArrayList<>(0);
    try {
      state()
          .change(
              route.operation().id(),
              found -> {
                authenticator.confirm(caller, found);
                return change.apply(found);
              },
              made::addAll);
    } catch (DroppedException dropped) {
      throw Authenticator.unknown(route.operation().need());
    }
    changes = made;
  }

  /** Returns what the last change has made other; null when there was none. */
  public @Nullable List<Changed<?>> changes() {
    return changes;
  }

  /** Returns what a strict reader would object to. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Takes note of a name that the contract does not have there; refuses it in strict mode.
   *
   * @param kind what it names: a member or a query parameter
   * @param known what the contract has there
   */
  public void unknown(String kind, String name, Collection<?> known) {
    String shown = name.length() <= MOST_NAME_CHARS ? name : name.substring(0, MOST_NAME_CHARS);
    if (isStrict) {
      throw SpellingHint.refusal(kind, shown, known);
    }
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add("unknown " + kind + " \"" + shown + "\"");
    }
  }

  /** Looks for query parameters that the contract does not have there. */
  public void checkParameters() {
    if (!query.names().isEmpty()) {
      Set<String> known = route.operation().parameters(route.family());
      for (String name : query.names()) {
        if (!known.contains(name)) {
          unknown("query parameter", name, known);
        }
      }
    }
  }

  /**
   * Returns what the function makes of the organization, from it and from what was asked alone: an
   * equal question is answered with the same bytes for as long as the organization stays as it is.
   */
  public <T> T read(Function<Organization, T> function) {
    isPure = true;
    return function.apply(version().organization());
  }

  private void keep(List<?> question, Answer answer) {
    long bytes = KEPT_BYTES + answer.body().length;
    for (Object word : question) {
      bytes += word instanceof String text ? KEPT_BYTES + 2L * text.length() : 0;
    }
    state().derive(version(), question, answer, bytes);
  }

  /** What is asked: equal for calls that are answered alike, whatever unknown names they have. */
  private List<?> question() {
    String dataApp = caller.dataApp();
    List<Object> asked = new ArrayList<>(4);
    asked.add(route.operation());
    asked.add(dataApp == null ? "" : dataApp);
    if (!query.names().isEmpty()) {
      for (String known : route.operation().parameters(route.family())) {
        int at = query.names().indexOf(known);
        if (at >= 0) {
          asked.add(known);
          asked.add(query.values().get(at));
        }
      }
    }
    return asked;
  }

  /** The state that a reading call sees, from first to last the same. */
  private Version version() {
    version = version == null ? state().current() : version;
    return version;
  }
}
