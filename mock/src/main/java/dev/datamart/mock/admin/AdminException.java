package dev.datamart.mock.admin;

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

  static AdminException notFound(String sentence) {
    return new AdminException(404, sentence);
  }

  static AdminException conflict(String sentence) {
    return new AdminException(409, sentence);
  }

  int status() {
    return status;
  }
}
