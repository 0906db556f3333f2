package dev.datamart.mock.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Query parameters of the control plane: what is misspelt or out of range lets nothing through. */
@Timeout(60)
class QueryParametersTest {

  private static final Tenant OWN = Tenant.demo();
  private static final List<AdminRoute> ROUTES =
      AdminRoute.all(TestMock.shared().server().handle());

  private static final List<String> WRONG =
      """
      limit=-1                | "limit" takes a whole number from 0 to 1000
      limit=1001              | "limit" takes a whole number from 0 to 1000
      limit=all               | "limit" takes a whole number from 0 to 1000
      limit=                  | "limit" takes a whole number from 0 to 1000
      limit=1.0               | "limit" takes a whole number from 0 to 1000
      limit=99999999999999999999999999999999999 | "limit" takes a whole number
      limit=1&limit=2         | "limit" is given twice
      organization=           | "organization" takes 1 to 100 characters
      organization=a%2Fb      | "organization" takes 1 to 100 characters
      organization=a&organization=b | "organization" is given twice
      operation=deleteDatamrt | There is no operation deleteDatamrt; the nearest is deleteDatamart
      family=snake            | "family" takes kebab, camel and verb
      status=many             | "status" takes a whole number from 0 to 599
      status=600              | "status" takes a whole number from 0 to 599
      name=                   | "name" takes a text of 1 to 1000 characters
      isDeprecated=yes        | "isDeprecated" takes true or false
      hasWarnings=1           | "hasWarnings" takes true or false
      isChange=TRUE           | "isChange" takes true or false
      after=-1                | "after" takes a whole number from 0
      from=-1                 | "from" takes a whole number from 0
      to=last                 | "to" takes a whole number from 0
      """
          .lines()
          .toList();

  static Stream<Arguments> wrongOnTheirRoutes() {
    return WRONG.stream()
        .flatMap(
            line -> {
              String[] cells = line.split("\\|");
              String query = cells[0].strip();
              return ROUTES.stream()
                  .filter(route -> names(route).contains(query.substring(0, query.indexOf('='))))
                  .map(route -> Arguments.of(address(route), query, cells[1].strip()));
            });
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("wrongOnTheirRoutes")
  void what_is_out_of_range_is_refused(String address, String query, String sentence) {
    Reply refused = send(address, query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains(sentence).endsWith(".");
  }

  @Test
  void every_parameter_is_in_the_table() {
    for (AdminRoute route : ROUTES) {
      assertThat(names(route))
          .allSatisfy(name -> assertThat(WRONG).anyMatch(line -> line.startsWith(name + "=")));
    }
  }

  @Test
  void a_parameter_that_no_address_has_is_refused_by_all_of_them() {
    for (AdminRoute route : ROUTES) {
      Reply refused = send(address(route), "organisation=" + OWN.id());

      assertThat(refused.status()).as(address(route)).isEqualTo(400);
      assertThat(refused.message()).contains("\"organisation\" is not known here").endsWith(".");
      if (names(route).contains("organization")) {
        assertThat(refused.message()).contains("the nearest is \"organization\"");
      }
    }
  }

  private static List<String> names(AdminRoute route) {
    return route.query().stream().flatMap(type -> MemberCheck.names(type).stream()).toList();
  }

  private static String address(AdminRoute route) {
    String path = route.path().replace("{id}", OWN.id()).replace("{name}", "sales-datamart");
    return route.method() + " /" + path.replaceAll("\\{number[^}]*}", "0");
  }

  private static Reply send(String address, String query) {
    String[] words = address.split(" ");
    String body = words[0].equals("GET") || words[0].equals("DELETE") ? null : "{}";
    return TestMock.shared().control().send(words[0], words[1] + "?" + query, body);
  }
}
