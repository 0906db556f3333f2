package dev.datamart.mock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Contract;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTableTest {

  private static final Routes ROUTES = new Routes();

  @ParameterizedTest
  @EnumSource
  void the_operations_are_the_contracts_in_all_three_families(Operation ours) {
    var theirs = dev.datamart.spec.Operation.valueOf(ours.name());

    assertThat(ours.id()).isEqualTo(theirs.id());
    assertThat(ours.need().name()).isEqualTo(theirs.need().name());
    for (Family family : Family.values()) {
      var spelling = theirs.in(dev.datamart.spec.Family.valueOf(family.name())).orElse(null);
      assertThat(ours.path(family)).isEqualTo(spelling == null ? null : spelling.path());
      if (spelling != null) {
        assertThat(ours.method(family)).isEqualTo(spelling.method());
        assertThat(ours.takesBody(family)).isEqualTo(spelling.request() != null);
        assertThat(family == Family.VERB ? Set.of() : ours.parameters())
            .isEqualTo(spelling.parameters());
      }
    }
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
    for (Contract.Form form : Contract.FORMS) {
      Routes.Place place = ROUTES.place(Routes.API + form.spelling().path());
      Routes.Route route = place.route(form.spelling().method());

      assertThat(ROUTES.successorLink(route.operation()))
          .isEqualTo(
              "<" + Routes.API + form.operation().successorPath() + ">; rel=\"successor-version\"");
    }
  }
}
