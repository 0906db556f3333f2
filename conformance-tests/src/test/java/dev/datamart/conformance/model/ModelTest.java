package dev.datamart.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.wire.Burst;
import dev.datamart.conformance.wire.Json;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The model as calls that are sent at once use it. */
@Timeout(60)
class ModelTest {
  private static final int TIMES = 300;

  @Test
  void what_is_learned_while_others_look_is_seen_whole_or_not_at_all() {
    Model model = new Model();
    Callable<Integer> busy =
        () ->
            IntStream.range(0, TIMES)
                .map(
                    time -> {
                      model.learn(new Scope(), List.of(app("app-" + time % 50)));
                      model.find(DataApps.NOUN, "app-0");
                      return model.all(DataApps.NOUN).size();
                    })
                .sum();

    List<Integer> seen = Burst.of(Collections.nCopies(8, busy));

    assertThat(seen).allMatch(each -> each > 0);
    assertThat(model.all(DataApps.NOUN)).hasSize(50);
  }

  private static Thing app(String name) {
    return new Thing(DataApps.NOUN, name, "", Json.object("name", name));
  }
}
