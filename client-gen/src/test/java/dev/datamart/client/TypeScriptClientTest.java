package dev.datamart.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.datamart.spec.ContractSpec;
import dev.datamart.spec.Operation;
import dev.datamart.spec.SampleCall;
import dev.datamart.spec.Schema;
import dev.datamart.spec.Spelling;
import dev.datamart.spec.TokenNeed;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Type-checks the generated TypeScript client and calls the mock with it, with the Node of the
 * machine.
 */
@EnabledIf(
    value = "thereIsNodeOrMustBe",
    disabledReason = "Node is not installed; on CI it would have to be.")
@Tag("thorough")
class TypeScriptClientTest {

  static boolean thereIsNodeOrMustBe() {
    boolean isThere =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> new File(folder, "node").canExecute());
    return isThere || "true".equals(System.getenv("CI"));
  }

  @Test
  @Timeout(240)
  void the_typescript_client_passes_the_type_check_and_its_own_test_against_the_mock()
      throws Exception {
    try (RunningMock mock = new RunningMock()) {
      ProcessBuilder check =
          new ProcessBuilder("node", "check.mjs").directory(new File("typescript"));
      check.environment().put("MOCK_URL", mock.baseUrl());
      check.environment().put("SAMPLE_CALLS", sampleCalls());
      Process process = check.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(output).isZero();
      assertThat(output).contains("pass 17");
    }
  }

  /** Returns a call of every operation in every family, of the examples of the document. */
  private static String sampleCalls() throws Exception {
    ContractSpec spec = ContractSpec.load();
    List<Map<String, @Nullable Object>> calls = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (Spelling spelling : operation.spellings()) {
        SampleCall sample = spec.sample(spelling);
        Schema request = spelling.request();
        Map<String, @Nullable Object> call = new HashMap<>();
        call.put("id", spelling.id());
        call.put("takesApiKey", operation.need() == TokenNeed.DATA_APP);
        call.put("query", sample.query());
        call.put("bodyType", request == null ? null : request.id());
        call.put("body", sample.body());
        calls.add(call);
      }
    }
    return new ObjectMapper().writeValueAsString(calls);
  }
}
