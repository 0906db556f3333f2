package dev.datamart.mock.history;

import static dev.datamart.mock.fixture.Given.NOW;
import static dev.datamart.mock.fixture.Given.aDatamart;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.history.Difference.Item;
import dev.datamart.mock.seeds.SeedReader;
import dev.datamart.mock.seeds.SeedWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A noun is known to whatever walks over nouns by its row: each is looked for everywhere. */
@Timeout(30)
class KindsTest {

  static final List<Kind<?>> ALL = Kind.ALL;

  /** The demo seed has some of every kind; a kind that it lacks is told by an empty list. */
  private final Organization full = Tenant.demo().organization();

  @ParameterizedTest
  @FieldSource("ALL")
  <T extends Keyed> void a_difference_tells_what_one_state_has_more(Kind<T> kind) {
    T thing = last(kind);

    Difference difference = Difference.between(full, full.without(ref(kind, thing)));

    assertThat(difference.added()).isEmpty();
    assertThat(difference.removed())
        .extracting(Item::kind, Item::name)
        .contains(org.assertj.core.api.Assertions.tuple(kind.word(), kind.shown(thing)));
    assertThat(difference.toString())
        .satisfies(text -> assertThat(kind.isSecret() && text.contains(thing.key())).isFalse());
  }

  @ParameterizedTest
  @FieldSource("ALL")
  <T extends Keyed> void an_undo_brings_it_back_with_what_went_along(Kind<T> kind) {
    Organization after = full.without(ref(kind, last(kind)));
    Organization later = after.with(aDatamart("later"));

    Organization undone = Rewind.bringBack(later, full, after);

    assertThat(written(undone.without(Kind.DATAMART, "later"))).isEqualTo(written(full));
    assertThat(undone.datamarts().has("later")).isTrue();
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void a_seed_holds_it(Kind<?> kind) throws Exception {
    byte[] json = written(full).toString().getBytes(StandardCharsets.UTF_8);

    Organization back = SeedReader.read("it", json, NOW).organizations().get(0).organization();

    assertThat(back.count(kind)).isEqualTo(full.count(kind)).isPositive();
    assertThat(written(back)).isEqualTo(written(full));
    assertThat(Difference.between(full, back))
        .isEqualTo(new Difference(List.of(), List.of(), List.of()));
  }

  @Test
  void a_summary_counts_those_that_are_to_be_counted() {
    Tenant own = Tenant.demo();
    JsonNode state = own.control().get("/state").json();
    JsonNode summary = own.control().get("").json();

    for (Kind<?> kind : Kind.ALL) {
      int there = state.findValues(kind.plural()).stream().mapToInt(JsonNode::size).sum();
      if (kind.isCounted() && !kind.equals(Kind.DATAMART)) {
        assertThat(summary.path(kind.plural()).asInt()).isEqualTo(there).isPositive();
      }
      assertThat(summary.has(kind.plural())).isEqualTo(kind.isCounted());
    }
  }

  @Test
  void the_control_plane_tells_the_rows() {
    JsonNode kinds = TestMock.shared().control().get("/kinds").json().path("kinds");

    assertThat(kinds.findValuesAsText("word"))
        .containsExactlyElementsOf(Kind.ALL.stream().map(Kind::word).toList());
  }

  @Test
  void each_comes_after_those_that_own_it() {
    for (Kind<?> kind : Kind.ALL) {
      List<Kind<?>> before = Kind.ALL.subList(0, Kind.ALL.indexOf(kind));
      assertThat(kind.owner() == null || before.contains(kind.owner())).as(kind.word()).isTrue();
    }
  }

  /** What is brought back comes last in order, so that only the last is put back where it was. */
  private <T extends Keyed> T last(Kind<T> kind) {
    List<T> all = full.all(kind);
    return all.get(all.size() - 1);
  }

  private static <T extends Keyed> Ref ref(Kind<T> kind, T thing) {
    return new Ref(kind, kind.ownerOf(thing), thing.key());
  }

  private static JsonNode written(Organization organization) {
    return SeedWriter.seed("id", organization);
  }
}
