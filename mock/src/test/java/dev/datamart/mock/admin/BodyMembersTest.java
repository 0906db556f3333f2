package dev.datamart.mock.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.json.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every member of every body and every query parameter has a range, and a sentence for what is
 * outside. The table is a resource, by the record that has the member.
 */
@Timeout(120)
class BodyMembersTest {

  private static final TestMock MOCK = TestMock.start();
  private static final Tenant OWN = MOCK.newTenant();
  private static final List<AdminRoute> ROUTES = AdminRoute.all(MOCK.server().handle());

  /** A line of the table. */
  private record Row(String record, String body, String sentence) {}

  /** Where a record is sent, and how it is wrapped on its way. */
  private record Place(String method, String path, UnaryOperator<String> wrapped) {}

  private static final List<Row> ROWS = rows();

  static Stream<Arguments> rowsOnTheirRoutes() {
    return ROWS.stream()
        .flatMap(
            row ->
                places(row.record()).stream()
                    .map(
                        place ->
                            Arguments.of(
                                place.method() + " " + place.path(),
                                place.wrapped().apply(row.body()),
                                row.sentence())));
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("rowsOnTheirRoutes")
  void what_is_out_of_range_is_refused_with_a_sentence(
      String address, String body, String sentence) {
    Reply refused = send(address, body);

    assertThat(refused.status()).as(body).isEqualTo(400);
    assertThat(refused.message())
        .contains(sentence.strip())
        .endsWith(".")
        .hasSizeLessThan(400)
        .doesNotContain("Exception", "java.", "com.fasterxml", "dev.datamart");
  }

  @Test
  void every_member_is_in_the_table_and_has_a_range() {
    for (Class<?> record : records()) {
      for (RecordComponent member : record.getRecordComponents()) {
        String name = "\"" + member.getName() + "\"";
        assertThat(ROWS)
            .as(record.getSimpleName() + ": " + name)
            .anyMatch(
                row ->
                    row.record().equals(record.getSimpleName())
                        && row.body().contains(name)
                        && row.sentence().contains(name));
        if (needsRange(member.getGenericType())) {
          assertThat(member.getAnnotation(Range.class)).as(record + " " + name).isNotNull();
        }
      }
    }
  }

  @Test
  void null_is_refused_for_every_member() {
    for (Class<?> record : records()) {
      for (RecordComponent member : record.getRecordComponents()) {
        for (Place place : places(record.getSimpleName())) {
          String body = place.wrapped().apply("{\"" + member.getName() + "\": null}");
          Reply refused = send(place.method() + " " + place.path(), body);
          assertThat(refused.status()).as(body).isEqualTo(400);
          assertThat(refused.message())
              .contains("\"" + member.getName() + "\" must not be null; leave it out");
        }
      }
    }
  }

  @AfterAll
  static void nothing_was_changed_by_any_of_it() {
    try (MOCK) {
      assertThat(MOCK.control().get("/faults").json().path("faults")).isEmpty();
      assertThat(MOCK.control().get("/organizations").json().path("organizations")).hasSize(3);
      assertThat(OWN.version()).isZero();
      assertThat(MOCK.control().get("/migration").body()).contains("as-now");
      for (String clock : List.of("/clock", "/organizations/" + OWN.id() + "/clock")) {
        assertThat(MOCK.control().get(clock).json().path("isStopped").asBoolean()).isFalse();
      }
    }
  }

  private static Reply send(String address, String body) {
    String[] words = address.split(" ", 2);
    return MOCK.control().send(words[0], words[1].replace("{id}", OWN.id()), body);
  }

  /** Returns the records that are bodies, or parts of bodies. */
  private static List<Class<?>> records() {
    List<Class<?>> records = new ArrayList<>();
    for (AdminRoute route : ROUTES) {
      if (route.body() != null && route.body().isRecord()) {
        addWithParts(route.body(), records);
      }
    }
    return records;
  }

  private static void addWithParts(Class<?> record, List<Class<?>> records) {
    if (!records.contains(record)) {
      records.add(record);
      for (RecordComponent member : record.getRecordComponents()) {
        Class<?> part = part(member.getGenericType());
        if (part.isRecord()) {
          addWithParts(part, records);
        }
      }
    }
  }

  private static Class<?> part(Type type) {
    return type instanceof ParameterizedType list
        ? (Class<?>) list.getActualTypeArguments()[0]
        : (Class<?>) type;
  }

  private static boolean needsRange(Type type) {
    return type instanceof ParameterizedType
        || type == String.class
        || Number.class.isAssignableFrom((Class<?>) type)
        || type == int.class;
  }

  /** Returns where the record of that name is sent as a whole body, or as a part of one. */
  private static List<Place> places(String record) {
    List<Place> places = new ArrayList<>();
    for (AdminRoute route : ROUTES) {
      Class<?> body = route.body();
      if (body == null || !body.isRecord()) {
        continue;
      }
      if (body.getSimpleName().equals(record)) {
        places.add(place(route, json -> json));
      }
      for (RecordComponent member : body.getRecordComponents()) {
        if (part(member.getGenericType()).getSimpleName().equals(record)) {
          boolean isList = member.getGenericType() instanceof ParameterizedType;
          String form = isList ? "{\"%s\": [%s]}" : "{\"%s\": %s}";
          places.add(place(route, json -> form.formatted(member.getName(), json)));
        }
      }
    }
    assertThat(places).as(record).isNotEmpty();
    return places;
  }

  private static Place place(AdminRoute route, UnaryOperator<String> wrapped) {
    return new Place(route.method(), "/" + route.path(), wrapped);
  }

  private static List<Row> rows() {
    Map<String, String> wordsInCapitals =
        Map.of("LONG_TEXT", "x".repeat(10_001), "DEEP", "[".repeat(2_000) + "]".repeat(2_000));
    List<Row> rows = new ArrayList<>();
    for (String line : lines()) {
      String text = line;
      for (Map.Entry<String, String> one : wordsInCapitals.entrySet()) {
        text = text.replace(one.getKey(), one.getValue());
      }
      String[] cells = Arrays.stream(text.split(" \\| ")).map(String::strip).toArray(String[]::new);
      rows.add(new Row(cells[0], cells[1], cells[2]));
    }
    return rows;
  }

  private static List<String> lines() {
    try (var in = BodyMembersTest.class.getResourceAsStream("/admin/bodies.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
