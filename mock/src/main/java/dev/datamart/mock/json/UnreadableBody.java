package dev.datamart.mock.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in the contract's words why a body could not be read; the library's own stay inside. */
final class UnreadableBody {

  /** Members whose bad values have a situation of their own. */
  private static final Map<String, Problem> OWN_SITUATION =
      Map.of(
          "isPagination", Problem.PAGINATION_INVALID,
          "pageNumber", Problem.PAGINATION_INVALID,
          "tenancyLevel", Problem.TENANCY_INVALID,
          "clientColumnType", Problem.TENANCY_INVALID);

  private UnreadableBody() {}

  static Refusal explain(IOException failure) {
    // A refusal from deep inside, which Jackson has wrapped to say where.
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    if (!(failure instanceof MismatchedInputException mismatch)) {
      return Refusal.of(Problem.BODY_MALFORMED);
    }
    List<JsonMappingException.Reference> path = mismatch.getPath();
    if (path.isEmpty()) {
      return failure instanceof JsonProcessingException && mismatch.getTargetType() != null
          ? Detail.NOT_AN_OBJECT.refusal()
          : Refusal.of(Problem.BODY_MALFORMED);
    }
    String first = String.valueOf(path.get(0).getFieldName());
    String last = String.valueOf(path.get(path.size() - 1).getFieldName());
    Problem own = OWN_SITUATION.get(last);
    if (own != null) {
      return Refusal.of(own);
    }
    if (first.equals("tableList") && path.size() > 1) {
      return Refusal.of(Problem.TABLE_STRUCTURE_INVALID);
    }
    return Detail.OTHER_TYPE.refusal(spell(path), expected(mismatch.getTargetType()));
  }

  private static String spell(List<JsonMappingException.Reference> path) {
    StringBuilder spelled = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        spelled.append('[').append(step.getIndex()).append(']');
      } else {
        spelled.append(spelled.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return spelled.toString();
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type == String.class || type.isEnum()) {
      return "a string";
    }
    if (type == Boolean.class) {
      return "a boolean";
    }
    if (Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
  }
}
