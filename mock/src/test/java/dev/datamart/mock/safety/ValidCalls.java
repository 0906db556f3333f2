package dev.datamart.mock.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.datamart.mock.fixture.Contract;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.spec.Operation;
import dev.datamart.spec.SampleCall;
import dev.datamart.spec.Spelling;
import dev.datamart.spec.TokenNeed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A valid call of every operation in every family, of the examples of the document. */
final class ValidCalls {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A call before it is bent.
   *
   * @param path from the root of the server, without the query
   * @param query name and value in turn
   */
  record Call(
      Operation operation,
      String method,
      String path,
      List<String> query,
      @Nullable JsonNode body,
      String token) {}

  private ValidCalls() {}

  static List<Call> of(Tenant own) {
    return Contract.FORMS.stream().map(form -> call(own, form)).toList();
  }

  private static Call call(Tenant own, Contract.Form form) {
    Spelling spelling = form.spelling();
    SampleCall sample = Contract.SPEC.sample(spelling);
    List<String> query = new ArrayList<>();
    sample.query().forEach((name, value) -> query.addAll(List.of(name, value)));
    boolean isKeys = form.operation().need() == TokenNeed.DATA_APP;
    return new Call(
        form.operation(),
        spelling.method(),
        spelling.path(),
        query,
        sample.body() == null ? null : JSON.valueToTree(sample.body()),
        isKeys ? own.key(Tenant.PORTAL) : own.serviceToken());
  }
}
