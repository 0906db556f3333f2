package dev.datamart.mock.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemCatalogueTest {

  private record Row(String id, int status, String code, String message) {}

  @Test
  void the_catalogue_is_the_contracts_row_by_row() {
    List<Row> ours =
        Stream.of(Problem.values())
            .map(p -> new Row(p.name(), p.status(), p.code(), p.message()))
            .toList();
    List<Row> theirs =
        Stream.of(dev.datamart.spec.Problem.values())
            .map(p -> new Row(p.name(), p.status(), p.code(), p.message()))
            .toList();

    assertThat(ours).containsExactlyInAnyOrderElementsOf(theirs);
  }

  @Test
  void a_refusal_is_new_each_time() {
    assertThat(Problem.DATAMART_NOT_FOUND.raise()).isNotSameAs(Problem.DATAMART_NOT_FOUND.raise());
  }

  @Test
  void a_refusal_names_the_member_it_is_about() {
    assertThat(Problem.MEMBER_REQUIRED.about("name").words()).isEqualTo("\"name\" is required");
  }
}
