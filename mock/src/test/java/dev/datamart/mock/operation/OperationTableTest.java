package dev.datamart.mock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Contract;
import dev.datamart.spec.SpecOperation;
import dev.datamart.spec.SpecParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTableTest {

  /** One spelling of one operation, as both sides must have it. */
  private record Row(
      String id,
      String family,
      String method,
      String path,
      String token,
      Set<String> parameters,
      boolean isDeprecated,
      boolean hasBody) {}

  private static final Routes ROUTES = new Routes();

  @Test
  void the_operations_are_the_contracts_in_all_three_families() {
    assertThat(ours()).containsExactlyInAnyOrderElementsOf(theirs());
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void every_spelling_leads_to_its_operation_with_a_slash_at_the_end_and_without(Operation op) {
    for (Family family : Family.values()) {
      String path = op.path(family);
      if (path != null) {
        Routes.Route route = new Routes.Route(op, family);
        String whole = Routes.API + path;

        assertThat(ROUTES.place(whole).route(op.method(family))).isEqualTo(route);
        assertThat(ROUTES.place(whole + "/").route(op.method(family))).isEqualTo(route);
        assertThat(ROUTES.place(whole + "//")).isNull();
      }
    }
  }

  @Test
  void the_plural_delete_is_accepted_beside_the_contract() {
    assertThat(ROUTES.place("/api/v2/data-app/datamarts").route("DELETE").operation())
        .isEqualTo(Operation.DELETE_DATAMART);
    assertThat(ROUTES.place("/api/v2/dataApp/datamarts").route("DELETE").operation())
        .isEqualTo(Operation.DELETE_DATAMART);
  }

  @Test
  void a_path_names_the_methods_it_answers() {
    assertThat(ROUTES.place("/api/v2/data-app/datamarts").allow())
        .isEqualTo("DELETE, GET, HEAD, POST, PUT");
    assertThat(ROUTES.place("/api/v2/dataApp/datamart/delete").allow()).isEqualTo("POST");
    assertThat(ROUTES.place("/api/v2/data-app/datamart").allow()).isEqualTo("DELETE");
  }

  @Test
  void a_successor_is_the_kebab_path_of_the_same_operation() {
    for (SpecOperation operation : Contract.SPEC.operations()) {
      if (operation.successor() != null) {
        Routes.Route route = ROUTES.place(operation.path()).route(operation.method());

        assertThat(ROUTES.successorLink(route.operation()))
            .isEqualTo(
                "<"
                    + Contract.SPEC.operation(operation.successor()).path()
                    + ">; rel=\"successor-version\"");
      }
    }
  }

  private static List<Row> ours() {
    List<Row> rows = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (Family family : Family.values()) {
        String path = operation.path(family);
        if (path != null) {
          rows.add(
              new Row(
                  operation.id(),
                  family.name(),
                  operation.method(family),
                  Routes.API + path,
                  operation.need().name(),
                  family == Family.VERB ? Set.of() : new TreeSet<>(operation.parameters()),
                  family.isDeprecated(),
                  operation.takesBody(family)));
        }
      }
    }
    return rows;
  }

  private static List<Row> theirs() {
    return Contract.SPEC.operations().stream().map(OperationTableTest::row).toList();
  }

  private static Row row(SpecOperation operation) {
    return new Row(
        operation.subject(),
        operation.family().name(),
        operation.method(),
        operation.path(),
        operation.token().name(),
        operation.parameters().stream().map(SpecParameter::name).collect(Collectors.toSet()),
        operation.deprecated(),
        operation.request() != null);
  }
}
