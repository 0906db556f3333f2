package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Given;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PagingDoorTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 11, 20, 21})
  void the_pages_of_every_list_joined_are_the_list(int items) {
    Tenant tenant = Tenant.of(withItems(items));
    Caller service = tenant.service();
    Caller portal = tenant.app("portal");

    joins(items, "name", service.get("/data-app/datamarts"), page(service, "/data-app/datamarts"));
    joins(items, "embedId", portal.get("/data-app/embeds"), page(portal, "/dataApp/embeds"));
    joins(items + 1, "name", service.get("/data-app"), page(service, "/data-app"));
    joins(items + 1, "name", service.get("/datasource"), page(service, "/datasource"));
    joins(items + 1, "name", service.get("/workspace"), page(service, "/workspace"));
    joins(
        items,
        "name",
        service.post("/dataApp/datamart/list", "{}"),
        posted(service, "/dataApp/datamart/list"));
    joins(
        items,
        "embedId",
        portal.post("/dataApp/embed/list", ""),
        posted(portal, "/dataApp/embed/list"));
  }

  @Test
  void the_deprecated_lists_page_as_their_successors_do() {
    Tenant tenant = Tenant.of(withItems(21));
    Caller api = tenant.service();

    for (int number = 1; number <= 4; number++) {
      assertThat(posted(api, "/dataApp/datamart/list").apply(number).body())
          .isEqualTo(page(api, "/data-app/datamarts").apply(number).body())
          .isEqualTo(page(api, "/dataApp/datamarts").apply(number).body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isPagination=yes",
        "isPagination=",
        "isPagination=TRUE",
        "isPagination=true&pageNumber=0",
        "isPagination=true&pageNumber=-1",
        "isPagination=true&pageNumber=x",
        "isPagination=true&pageNumber=",
        "isPagination=true&pageNumber=1.5"
      })
  void bad_paging_is_refused_by_every_list(String query) {
    Tenant tenant = Tenant.of(withItems(1));
    Caller service = tenant.service();

    List<Reply> replies = new ArrayList<>();
    for (String path : List.of("/data-app/datamarts", "/dataApp", "/datasource", "/workspace")) {
      replies.add(service.get(path + "?" + query));
    }
    replies.add(service.get("/data-app/api-tokens?dataAppName=portal&" + query));
    replies.add(tenant.app("portal").get("/data-app/embeds?" + query));

    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(reply.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
              assertThat(reply.message()).isEqualTo("Invalid pagination parameters");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"isPagination":"true"}
          {"isPagination":1}
          {"isPagination":true,"pageNumber":0}
          {"isPagination":true,"pageNumber":-1}
          {"isPagination":true,"pageNumber":"1"}
          {"isPagination":true,"pageNumber":1.5}
          {"isPagination":true,"pageNumber":true}
          {"isPagination":{}}
          """)
  void bad_paging_in_a_body_is_refused_too(String body) {
    Caller api = Tenant.of(withItems(1)).service();

    assertThat(api.post("/dataApp/datamart/list", body).message())
        .isEqualTo("Invalid pagination parameters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "214748365", "3000000000", "99999999999999999999999"})
  void a_page_past_the_end_is_empty_however_far(String number) {
    Caller api = Tenant.of(withItems(11)).service();

    assertThat(api.get("/data-app/datamarts?isPagination=true&pageNumber=" + number).body())
        .isEqualTo(json(body("data", List.of(), "error", null)))
        .isEqualTo(
            api.post(
                    "/dataApp/datamart/list",
                    body("isPagination", true, "pageNumber", new RawValue(number)))
                .body());
  }

  private static void joins(int size, String member, Reply whole, IntFunction<Reply> pages) {
    List<String> joined = new ArrayList<>();
    for (int number = 1; number <= size / 10 + 2; number++) {
      List<String> page = pages.apply(number).each(member);
      assertThat(page).hasSize(Math.max(0, Math.min(10, size - 10 * (number - 1))));
      joined.addAll(page);
    }

    assertThat(joined).isEqualTo(whole.each(member)).hasSize(size).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1e0", "10e-1"})
  void a_number_in_a_body_is_what_it_is_worth(String number) {
    String body = "{\"isPagination\":true,\"pageNumber\":" + number + "}";
    Caller api = Tenant.of(withItems(11)).service();

    assertThat(api.post("/dataApp/datamart/list", body).each("name")).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "99999999999999999999", "1e30", "1e999999999"})
  void no_number_is_too_large(String number) {
    String body = "{\"isPagination\":true,\"pageNumber\":" + number + "}";
    Caller api = Tenant.of(withItems(11)).service();

    assertThat(api.post("/dataApp/datamart/list", body).each("name")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-999999999", "1.5", "0.0"})
  void a_fraction_is_no_page(String number) {
    String body = "{\"isPagination\":true,\"pageNumber\":" + number + "}";
    Caller api = Tenant.of(withItems(11)).service();

    assertThat(api.post("/dataApp/datamart/list", body).status()).isEqualTo(400);
  }

  private static IntFunction<Reply> page(Caller api, String path) {
    return number -> api.get(path + "?isPagination=true&pageNumber=" + number);
  }

  private static IntFunction<Reply> posted(Caller api, String path) {
    return number -> api.post(path, Map.of("isPagination", true, "pageNumber", number));
  }

  private static Organization withItems(int items) {
    Organization organization =
        Given.anOrganization().with(Given.aKey("k" + java.util.UUID.randomUUID(), "portal"));
    for (int i = 0; i < items; i++) {
      organization =
          organization
              .with(Given.aDatamart("d" + i))
              .with(Given.anEmbed("e" + i, "portal", null))
              .with(Given.aDataApp("a" + i))
              .with(Given.aWorkspace("w" + i))
              .with(Given.aDatasource("s" + i));
    }
    return organization;
  }
}
