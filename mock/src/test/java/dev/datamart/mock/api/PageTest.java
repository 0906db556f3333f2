package dev.datamart.mock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private record Item(String key) implements Keyed {}

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "9,1", "10,1", "11,2", "20,2", "21,3"})
  void pages_of_ten_joined_are_the_whole_list(int items, int pages) {
    OrderedMap<Item> shelf = shelf(items);
    List<Item> joined = new ArrayList<>();
    for (int number = 1; number <= pages; number++) {
      List<Item> page = Page.ofQuery("true", String.valueOf(number)).of(shelf);

      assertThat(page).hasSizeBetween(1, 10);
      joined.addAll(page);
    }

    assertThat(joined).isEqualTo(Page.EVERYTHING.of(shelf)).hasSize(items);
    assertThat(Page.ofQuery("true", String.valueOf(pages + 1)).of(shelf)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "00", "-1", "+1", "1.0", "1e1", "x", "", " 1", "\u0663", "0x1"})
  void a_page_number_that_is_none_is_refused(String number) {
    assertThatThrownBy(() -> Page.ofQuery("true", number))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.problem()).isEqualTo(Problem.PAGINATION_INVALID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "yes", "1", "", " true"})
  void paging_is_true_or_false_and_nothing_else(String paging) {
    assertThatThrownBy(() -> Page.ofQuery(paging, "1")).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", ""})
  void the_page_number_does_not_count_without_paging(String number) {
    assertThat(Page.ofQuery(null, number)).isEqualTo(Page.EVERYTHING);
    assertThat(Page.ofQuery("false", number)).isEqualTo(Page.EVERYTHING);
  }

  @Test
  void the_first_page_is_meant_when_no_number_is_given() {
    assertThat(Page.ofQuery("true", null)).isEqualTo(new Page(1));
    assertThat(Page.ofBody(true, null)).isEqualTo(new Page(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"214748364", "214748365", "2147483647", "2147483648", "99999999999999999999999"})
  void a_page_far_past_the_end_is_empty_whatever_its_number(String number) {
    assertThat(Page.ofQuery("true", number).of(shelf(21))).isEmpty();
  }

  @Test
  void the_largest_number_of_a_body_is_a_page_past_the_end() {
    assertThat(Page.ofBody(true, Integer.MAX_VALUE).of(shelf(21))).isEmpty();
  }

  @Test
  void leading_zeros_do_not_matter() {
    assertThat(Page.ofQuery("true", "0000000000000002")).isEqualTo(new Page(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_number_below_one_in_a_body_is_refused(int number) {
    assertThatThrownBy(() -> Page.ofBody(true, number)).isInstanceOf(Refusal.class);
    assertThat(Page.ofBody(false, number)).isEqualTo(Page.EVERYTHING);
    assertThat(Page.ofBody(null, number)).isEqualTo(Page.EVERYTHING);
  }

  private static OrderedMap<Item> shelf(int items) {
    return OrderedMap.of(IntStream.range(0, items).mapToObj(i -> new Item("i" + i)).toList());
  }
}
