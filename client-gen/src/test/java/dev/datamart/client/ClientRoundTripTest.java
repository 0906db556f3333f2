package dev.datamart.client;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.datamart.spec.ContractSpec;
import dev.datamart.spec.Operation;
import dev.datamart.spec.SampleCall;
import dev.datamart.spec.Schema;
import dev.datamart.spec.Spelling;
import dev.datamart.spec.TokenNeed;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * Calls every operation in every family with the examples of the document, and sees what the
 * contract says of {@code error}.
 */
@Timeout(60)
class ClientRoundTripTest {

  private static final ContractSpec SPEC = ContractSpec.load();
  private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

  /** One operation in one family; told in reports by its operationId. */
  record Form(Operation operation, Spelling spelling) {

    @Override
    public String toString() {
      return spelling.id();
    }
  }

  static Stream<Form> forms() {
    return Arrays.stream(Operation.values())
        .flatMap(each -> each.spellings().stream().map(spelling -> new Form(each, spelling)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void an_operation_can_be_called(Form form) throws Exception {
    Schema expected = form.operation().response();
    try (RunningMock mock = new RunningMock()) {
      boolean isKeys = form.operation().need() == TokenNeed.DATA_APP;

      Object answer = call(isKeys ? mock.key() : mock.service(), form.spelling());

      assertThat(answer.getClass().getSimpleName()).isEqualTo(expected.id());
      if (expected.member("error").isPresent()) {
        Method error = answer.getClass().getMethod("getError_JsonNullable");
        assertThat(error.invoke(answer)).isEqualTo(JsonNullable.of(null));
      } else {
        assertThat(answer.getClass().getMethods())
            .noneMatch(method -> method.getName().equals("getError"));
      }
    }
  }

  /** Finds the method among the groups of the client by its name, which is the operationId. */
  private static Object call(DatamartClient client, Spelling spelling) throws Exception {
    SampleCall sample = SPEC.sample(spelling);
    for (Method group : DatamartClient.class.getMethods()) {
      for (Method method : group.getReturnType().getMethods()) {
        int given = sample.query().size() + (sample.body() == null ? 0 : 1);
        if (method.getName().equals(spelling.id()) && method.getParameterCount() == given) {
          List<Object> arguments = new ArrayList<>(sample.query().values());
          if (sample.body() != null) {
            arguments.add(JSON.convertValue(sample.body(), method.getParameterTypes()[given - 1]));
          }
          return requireNonNull(method.invoke(group.invoke(client), arguments.toArray()));
        }
      }
    }
    throw new AssertionError("No group of the client has " + spelling.id() + ".");
  }
}
