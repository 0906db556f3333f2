package dev.datamart.conformance.contract;

import dev.datamart.spec.Evidence;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import dev.datamart.spec.Schema;
import dev.datamart.spec.TokenNeed;
import java.util.stream.Stream;

/** What follows for the suite from what the document says of operations and refusals. */
public final class Contract {
  private Contract() {}

  /** The requirement that the operation answers at all, on which many others rest. */
  public static String root(Operation operation) {
    return operation.requirement() + "-ANSWERS";
  }

  /** The requirement that after any call of an operation all is as the contract predicts. */
  public static String predicted(Operation operation) {
    return operation.requirement() + "-LEAVES-WHAT-IS-PREDICTED";
  }

  /** How a call without a valid token is refused. */
  public static Problem unauthenticated(Operation operation) {
    return operation.need() == TokenNeed.SERVICE
        ? Problem.SERVICE_TOKEN_INVALID
        : Problem.UNAUTHENTICATED;
  }

  /** The wanted family or, where it does without the operation, the recommended one. */
  public static Family spelled(Operation operation, Family wanted) {
    return operation.in(wanted).isPresent() ? wanted : Family.KEBAB;
  }

  /** Whether an operation takes no body for an empty one, so that it may do so with any other. */
  public static boolean takesNoBody(Operation operation) {
    return operation == Operation.ROTATE_API_TOKEN
        || operation.families().stream()
            .anyMatch(family -> operation.takesBody(family) && !operation.isBodyRequired(family));
  }

  /** Whether a member of a body belongs to the same call in other families, and not in this one. */
  public static boolean isOfOtherFamilies(String member, Operation operation, Family family) {
    Schema own = operation.request(family);
    return own != null
        && own.member(member).isEmpty()
        && operation.families().stream()
            .map(operation::request)
            .flatMap(Stream::ofNullable)
            .anyMatch(other -> other.member(member).isPresent());
  }

  /** What a server owes a rule of this origin. */
  public static Level level(Evidence evidence) {
    return evidence == Evidence.DECIDED ? Level.SHOULD : Level.MUST;
  }

  /**
   * Whether nothing but this contract says which code an operation refuses with. That it refuses,
   * with this status, is documented all the same.
   */
  public static boolean hasDecidedCode(Problem problem, Operation operation) {
    return problem == Problem.DATAMART_EXISTS
        || (problem == Problem.EMBED_ID_UNKNOWN && operation == Operation.UPDATE_EMBED);
  }

  /** Another refusal with which the documentation speaks of the same; the same one for none. */
  public static Problem toldAs(Problem problem) {
    return problem == Problem.QUERY_EMBED_UNKNOWN ? Problem.EMBED_PARAM_UNKNOWN : problem;
  }

  /**
   * Whether the documentation puts a refusal under another status as well, where it says both that
   * IDs are checked and that what fails is 500.
   */
  public static boolean isAlsoUnder(Problem problem, int came, Operation operation) {
    return came == Problem.UNEXPECTED_FAILURE.status()
        && operation == Operation.PUBLISH_METRIC
        && (problem == Problem.EMBED_ID_UNKNOWN || problem == Problem.METRIC_UNKNOWN);
  }

  /**
   * Whether a refusal with this status can be this one: what is taken may be bad or in conflict.
   */
  public static boolean mayHaveStatus(Problem problem, int came) {
    return came == problem.status() || (problem == Problem.DATAMART_EXISTS && came == 409);
  }
}
