package dev.datamart.mock.problem;

import static dev.datamart.spec.Problem.BODY_MALFORMED;
import static dev.datamart.spec.Problem.MEMBER_INVALID;
import static dev.datamart.spec.Problem.PATH_UNKNOWN;

import dev.datamart.spec.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a refusal says where it can be more exact than its row of the catalogue: the one place for
 * words to callers that are not in the contract's document.
 */
public enum Detail {
  EMPTY(MEMBER_INVALID, "\"{member}\" must not be empty"),
  NOT_POSITIVE(MEMBER_INVALID, "\"{member}\" must be greater than 0"),
  MISPLACED(MEMBER_INVALID, "\"{member}\" is not taken at the top level"),
  NEGATIVE(MEMBER_INVALID, "\"{member}\" must not be negative"),
  OTHER_TYPE(MEMBER_INVALID, "\"{member}\" must be {expected}"),
  UNKNOWN_NAME(MEMBER_INVALID, "\"{name}\" is not a known {kind} here"),
  MISSPELT_NAME(
      MEMBER_INVALID, "\"{name}\" is not a known {kind} here; the nearest is \"{known}\""),
  NOT_PERCENT_ENCODED(MEMBER_INVALID, "The query string is not percent-encoded correctly"),
  NOT_A_FAULT(MEMBER_INVALID, "{header} does not take \"{value}\"; it takes {names}"),
  ENCODED(
      Problem.UNSUPPORTED_MEDIA_TYPE,
      "The request body must not be compressed: send it without Content-Encoding"),
  NOT_AN_OBJECT(BODY_MALFORMED, "The request body must be a JSON object"),
  NOT_HTTP(BODY_MALFORMED, "The request is not valid HTTP, or too large"),
  MALFORMED_HTTP(BODY_MALFORMED, "The request is not valid HTTP: {reason}"),
  TOO_MUCH_ARRIVING(
      Problem.TOO_MANY_REQUESTS,
      "Too much is being sent at once for the memory of this mock; send less, or give it more"),
  TOO_SLOW(BODY_MALFORMED, "The request did not arrive within {seconds} seconds"),
  TOO_MANY_CONNECTIONS(Problem.TOO_MANY_REQUESTS, "There are too many connections"),
  TOO_MUCH_WORK(
      Problem.TOO_MANY_REQUESTS, "Too many requests of the control plane wait already; ask again"),
  TOO_LARGE_FOR_MEMORY(
      Problem.TOO_MANY_REQUESTS,
      "There is not enough memory for this; ask for less, or give the mock more"),
  // The contract has no such situation: the code is that of a path that is not there.
  PATH_GONE(410, PATH_UNKNOWN, "This path is gone; use {successor}");

  private static final Pattern ARGUMENT = Pattern.compile("\\{[a-z]+}");

  private final int status;
  private final Problem problem;
  private final String template;

  Detail(Problem problem, String template) {
    this(problem.status(), problem, template);
  }

  Detail(int status, Problem problem, String template) {
    this.status = status;
    this.problem = problem;
    this.template = template;
  }

  /** Returns a new refusal that says this, with the arguments in the order of the template. */
  public Refusal refusal(Object... arguments) {
    StringBuilder words = new StringBuilder();
    Matcher argument = ARGUMENT.matcher(template);
    for (Object each : arguments) {
      if (!argument.find()) {
        throw new IllegalArgumentException(this + " takes fewer arguments");
      }
      argument.appendReplacement(words, Matcher.quoteReplacement(String.valueOf(each)));
    }
    return new Refusal(status, problem, argument.appendTail(words).toString());
  }

  /** Returns what it says, its arguments in braces. */
  String template() {
    return template;
  }
}
