package dev.datamart.mock.admin;

import dev.datamart.cli.NearestName;
import dev.datamart.mock.store.Organizations;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request to the control plane that cannot be followed, in a whole sentence. */
final class AdminException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int MOST_SHOWN = 60;

  private final int status;

  private AdminException(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  static AdminException badRequest(String sentence) {
    return new AdminException(400, sentence);
  }

  static AdminException unknown(String name, Collection<String> known) {
    String nearest =
        NearestName.mostLike(name, known)
            .map(one -> "; the nearest is \"" + one + "\" of " + listed(known))
            .orElse("; there is none to be given");
    return badRequest(shown(name) + " is not known here" + nearest + ".");
  }

  private static String listed(Collection<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }

  /** Returns what a caller wrote in quotes. */
  static String shown(String text) {
    return "\"" + cut(text) + "\"";
  }

  /** Returns the beginning of it when it is long. */
  static String cut(String text) {
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
  }

  /** Refuses an identifier that has to be kept to oneself: it is needed where others can see it. */
  static void refuseToken(@Nullable String id, Organizations organizations) {
    if (id != null && organizations.byToken(id) != null) {
      throw badRequest("\"id\" must not be a token; choose another identifier.");
    }
  }

  /** Does what was asked; what the mock cannot do as it is now answers 409. */
  static <T> T doing(Callable<T> asked) throws Exception {
    try {
      return asked.call();
    } catch (IllegalArgumentException | IllegalStateException conflict) {
      throw new AdminException(409, String.valueOf(conflict.getMessage()));
    }
  }

  int status() {
    return status;
  }
}
