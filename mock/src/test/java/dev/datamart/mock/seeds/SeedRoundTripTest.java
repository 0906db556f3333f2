package dev.datamart.mock.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.seed.SeedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written out can be read in again, and says the same. */
class SeedRoundTripTest {

  @ParameterizedTest
  @ValueSource(strings = {"demo", "empty", "crowded"})
  void a_state_that_was_written_is_read_unchanged(String name) throws SeedException {
    ObjectNode written = SeedWriter.seed(Seeds.named(name, Instant.EPOCH));
    byte[] json = written.toString().getBytes(StandardCharsets.UTF_8);

    Seed back = SeedReader.read("exported", json, Instant.now());

    assertThat(SeedWriter.seed(back)).isEqualTo(written);
  }
}
