package dev.datamart.mock.admin;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request to the control plane that cannot be followed, in a whole sentence. */
final class AdminException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  private AdminException(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  static AdminException badRequest(String sentence) {
    return new AdminException(400, sentence);
  }

  static AdminException unknown(String name, Stream<?> known) {
    return badRequest(
        "\""
            + name
            + "\" is not known here; known are "
            + known.map(String::valueOf).sorted().collect(Collectors.joining(", "))
            + ".");
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
