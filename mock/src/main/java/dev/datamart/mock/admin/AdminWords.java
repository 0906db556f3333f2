package dev.datamart.mock.admin;

import java.util.Collection;
import java.util.stream.Collectors;

/** What the control plane says when it refuses, in the same shape as the API. */
public final class AdminWords {

  /** What a caller hears who does not show the admin token. */
  public static final String TOKEN_NEEDED =
      "The control plane of this mock needs its admin token: Authorization: Bearer TOKEN.";

  private AdminWords() {}

  /** The error envelope. */
  public record ErrorBody(Detail error) {
    /** Its content. */
    public record Detail(String code, String message, int status) {}
  }

  /** Returns the body of a refusal. */
  public static ErrorBody body(int status, String sentence) {
    return new ErrorBody(new ErrorBody.Detail(code(status), sentence, status));
  }

  /** Returns the body of a refusal as JSON. */
  public static byte[] json(int status, String sentence) {
    try {
      return AdminJson.MAPPER.writeValueAsBytes(body(status, sentence));
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String unknown(String name, Collection<?> known) {
    return "\""
        + name
        + "\" is not known here; known are "
        + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
        + ".";
  }

  static String ofStatus(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address; docs/control-plane.md lists what there is.";
      case 405 -> "This address does not take that method.";
      default -> "The control plane failed; the log says why.";
    };
  }

  private static String code(int status) {
    return switch (status) {
      case 400 -> "BAD_REQUEST";
      case 401 -> "UNAUTHORIZED";
      case 404 -> "NOT_FOUND";
      case 405 -> "METHOD_NOT_ALLOWED";
      case 409 -> "CONFLICT";
      case 413 -> "PAYLOAD_TOO_LARGE";
      default -> "FAILED";
    };
  }
}
