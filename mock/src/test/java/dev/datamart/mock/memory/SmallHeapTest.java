package dev.datamart.mock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a small heap the mock goes on and on: what it keeps beside the state has its bounds. */
@Timeout(300)
@Tag("thorough")
class SmallHeapTest {

  @ParameterizedTest
  @CsvSource({
    "48m, changes 8000",
    "48m, bodies 8000 15000",
    "256m, bodies 200 1000000",
    "48m, reads 400 100000",
    "48m, organizations 300"
  })
  void a_small_heap_is_enough(String heap, String work) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-cp", System.getProperty("java.class.path")));
    command.add(Endurance.class.getName());
    command.addAll(List.of(work.split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
  }
}
