package dev.datamart.mock.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.mock.seed.SeedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A good seed with one line replaced by a bad one is refused with that line and the reason. */
class BadSeedTest {

  /** One line of the good seed, numbered as people count, and what is wrong with it. */
  record Case(int line, String bad, String reason) {}

  private static final String GOOD =
      """
      {"organizations": [{
        "id": "mine", "name": "Mine",
        "serviceTokens": ["s1"],
        "datasources": [{"name": "db", "id": "7d2f4c60-1a5b-4e8d-9c3f-6b0a8e5d4c21",
          "isDisabled": false,
          "tables": [{"schemaName": "public", "name": "t",
            "columns": [{"name": "id", "dataType": "integer"}]}]}],
        "datamarts": [{"name": "d", "datasourceName": "db",
          "createdAt": "2024-01-01T00:00:00Z",
          "tenancy": {"level": "DATABASE"},
          "relationships": [],
          "tables": [{"name": "t",
            "columns": [{"name": "id"}]}]}],
        "workspaces": [{"name": "w", "id": "3b9d1f52-6c4e-4a7b-8d2f-1e5a9c7b3d01",
          "datamarts": ["d"],
          "dashboards": [{"id": "b", "name": "B", "metrics": ["m"]}],
          "metrics": [{"id": "m", "name": "M"}]}],
        "dataApps": [{"name": "a",
          "apiKeys": [{"value": "k1", "name": "key"}],
          "embeds": [{"id": "e", "type": "dashboard", "workspaceName": "w",
            "dashboardId": "b",
            "accessSettings": {"datamartName": "d"}
          }]}]
      }]}
      """;

  static final List<Case> CASES =
      List.of(
          new Case(2, "\"id\": \"mine\",", "\"name\" is required here"),
          new Case(
              2, "\"id\": \"\", \"name\": \"Mine\",", "a text that is not empty must stand here"),
          new Case(2, "\"id\": 5, \"name\": \"Mine\",", "a text that is not empty must stand here"),
          new Case(
              2, "\"id\": \"mine\", \"name\": \"Mine\", \"colour\": 1,", "\"colour\" is not known"),
          new Case(
              2,
              "\"id\": \"mine\", \"name\": \"Mine\", \"id\": \"x\",",
              "a member is given twice, at column"),
          new Case(2, "\"id\": \"mine\" \"name\": \"Mine\",", "not valid JSON at column "),
          new Case(3, "\"serviceTokens\": [\"s1\", \"s1\"],", "this token is given twice"),
          new Case(3, "\"serviceTokens\": \"s1\",", "a list must stand here"),
          new Case(3, "\"serviceTokens\": [null],", "a text that is not empty must stand here"),
          new Case(5, "\"isDisabled\": \"no\",", "\"isDisabled\" must be true or false"),
          new Case(
              6, "\"tables\": [5, {\"schemaName\": \"public\", \"name\": \"t\",", "an object must"),
          new Case(
              8,
              "\"datamarts\": [{\"name\": \"d\", \"datasourceName\": \"x\",",
              "there is no datasource"),
          new Case(9, "\"createdAt\": \"yesterday\",", "\"createdAt\" must be a time like"),
          new Case(
              10,
              "\"tenancy\": {\"level\": \"PLANET\"},",
              "\"level\" must be one of TABLE, DATABASE"),
          new Case(
              10, "\"tenancy\": {\"level\": \"TABLE\"},", "\"clientColumnType\" is required here"),
          new Case(11, "\"relationships\": [{}],", ".parentTableName\" is required"),
          new Case(
              11,
              "\"relationships\": [" + joined("x", "id", "OneToOne") + "],",
              "the datamart has no table \"x\""),
          new Case(
              11,
              "\"relationships\": [" + joined("t", "x", "OneToOne") + "],",
              "the table \"t\" has no column \"x\""),
          new Case(
              11,
              "\"relationships\": [" + joined("t", "id", "Few") + "],",
              "cardinality\" must be one of OneToOne, OneToMany"),
          new Case(
              10,
              "\"tenancy\": {\"level\": \"DATABASE\", \"tableName\": \"\"},",
              "\"tableName\" is required here"),
          new Case(
              10,
              "\"tenancy\": {\"level\": \"DATABASE\", \"clientColumnType\": \"DATE\"},",
              "\"clientColumnType\" must be one of NUMBER, STRING"),
          new Case(
              16,
              "\"dashboards\": [{\"id\": \"b\", \"name\": \"B\", \"metrics\": [\"x\"]}],",
              "the workspace has no metric \"x\""),
          new Case(
              17,
              "\"metrics\": [{\"id\": \"m\", \"name\": \"M\", \"rowCount\": 1.5}]}],",
              "\"rowCount\" must be a whole number from 0 to 10000"),
          new Case(
              17,
              "\"metrics\": [{\"id\": \"m\", \"name\": \"M\", \"rowCount\": 1e99}]}],",
              "\"rowCount\" must be a whole number from 0 to 10000"),
          new Case(
              17,
              "\"metrics\": [{\"id\": \"m\", \"name\": \"M\", \"columns\": [{\"name\": \"a\", \"dataType\": \"int\"}]}]}],",
              "\"dataType\" must be string, number, date or boolean"),
          new Case(
              17,
              "\"metrics\": [{\"id\": \"m\", \"name\": \"M\", \"rows\": [{\"b\": 1}]}]}],",
              "\"b\" is none of the metric's \"columns\""),
          new Case(
              17,
              "\"metrics\": [{\"id\": \"m\", \"name\": \"M\", \"rows\": [5]}]}],",
              "a row must be an object"),
          new Case(
              17,
              "\"metrics\": [{\"id\": \"m\", \"name\": \"M\", \"externalMetricId\": \"x\"}]}],",
              "\"externalMetricId\" must be a UUID"),
          new Case(12, "\"tables\": [{\"name\": \"x\",", "the datasource has no table \"x\""),
          new Case(12, "\"tables\": [{\"name\": \"\",", "a table needs a name"),
          new Case(
              12,
              "\"tables\": [{\"name\": \"t\", \"clientColumn\": \"x\",",
              "the table has no column \"x\""),
          new Case(
              12,
              "\"tables\": [{\"name\": \"t\", \"columns\": [{\"name\": \"id\"}]}, {\"name\": \"t\",",
              "the table \"t\" is given twice"),
          new Case(
              12,
              "\"tables\": [{\"name\": \"t\", \"columns\": []}, {\"name\": \"t\",",
              "a table needs at least one column"),
          new Case(
              13,
              "\"columns\": [{\"name\": \"id\"}, {\"name\": \"id\"}]}]}],",
              "the column \"id\" is given twice"),
          new Case(13, "\"columns\": [{\"name\": \"\"}]}]}],", "a column needs a name"),
          new Case(
              7,
              "\"columns\": [{\"name\": \"id\", \"dataType\": \"a\"}, {\"name\": \"id\", \"dataType\": \"b\"}]}]}],",
              "the column \"id\" is given twice"),
          new Case(
              22,
              "\"accessSettings\": {\"datamartName\": \"d\", \"tableTenancySettings\": [{\"name\": \"\"}]}",
              "tableTenancySettings[0].name\" is required"),
          new Case(
              22,
              "\"accessSettings\": {\"datamartName\": \"d\", \"joinModel\": \"none\"}",
              "joinModel\" must be one of single, multi"),
          new Case(22, "\"name\": \"no settings\"", "\"accessSettings\" is required"),
          new Case(
              19,
              "\"apiKeys\": [{\"value\": \"k1\", \"name\": \"\"}],",
              "a text that is not empty must stand here"),
          new Case(13, "\"columns\": [{\"name\": \"x\"}]}]}],", "the table has no column \"x\""),
          new Case(
              13,
              "\"columns\": [{\"name\": \"x\", \"isCustomColumn\": true}]}]}],",
              "\"sql\" is required"),
          new Case(
              14, "\"workspaces\": [{\"name\": \"w\", \"id\": \"w\",", "\"id\" must be a UUID"),
          new Case(15, "\"datamarts\": [\"x\"],", "there is no datamart \"x\""),
          new Case(
              16,
              "\"dashboards\": [{\"id\": \"b\", \"name\": \"B\"}, {\"id\": \"b\", \"name\": \"C\"}],",
              "\"b\" is there already"),
          new Case(
              19,
              "\"apiKeys\": [{\"value\": \"s1\", \"name\": \"key\"}],",
              "this token is given twice"),
          new Case(
              20,
              "\"embeds\": [{\"id\": \"e\", \"type\": \"chart\", \"workspaceName\": \"w\",",
              "must be dashboard or metric"),
          new Case(
              20,
              "\"embeds\": [{\"id\": \"e\", \"type\": \"dashboard\", \"workspaceName\": \"x\",",
              "there is no workspace \"x\""),
          new Case(21, "\"dashboardId\": \"x\",", "the workspace has no dashboard \"x\""),
          new Case(
              22, "\"accessSettings\": {\"datamartName\": \"x\"}", "there is no datamart \"x\""),
          new Case(
              22,
              "\"accessSettings\": {\"datamartName\": \"d\", \"allowed\": [\"isAllowAll\"]}",
              "\"allowed\" takes"));

  private static String joined(String table, String column, String cardinality) {
    return """
        {"parentTableName": "t", "parentColumnName": "id", "childTableName": "%s", \
        "childColumnName": "%s", "relationshipName": "r", "cardinality": "%s"}\
        """
        .formatted(table, column, cardinality);
  }

  @Test
  void the_seed_is_good_as_it_is() throws SeedException {
    assertThat(read(GOOD).organizations()).hasSize(1);
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void a_bad_line_is_named(Case bad) {
    List<String> lines = new java.util.ArrayList<>(GOOD.lines().toList());
    lines.set(bad.line() - 1, bad.bad());

    assertThatThrownBy(() -> read(String.join("\n", lines)))
        .isInstanceOf(SeedException.class)
        .hasMessageStartingWith("my.json, line ")
        .hasMessageContaining(bad.reason())
        .satisfies(refusal -> assertThat(line(refusal)).isBetween(bad.line() - 2, bad.line()));
  }

  @Test
  void what_is_no_seed_at_all_is_refused_too() {
    for (String json :
        List.of("", "[]", "{}", "{\"organizations\": []}", "5", "\ufeff{", "{} {}")) {
      assertThatThrownBy(() -> read(json)).isInstanceOf(SeedException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hush",
        "hush: hush",
        "\"hush\" hush",
        "{\"hush\": 1, \"hush\": 2}",
        "{\"hush\": 1}",
        "{\"hush\":",
        "{hush: 1}",
        "[\"hush\"]",
        "\"hush\"",
        "{\"a\": 1hush}",
        "{\"organizations\": [], \"hush\": 1}"
      })
  void a_file_that_is_no_seed_is_not_quoted(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(SeedException.class)
        .hasMessageMatching("my\\.json, line 1: .+")
        .hasMessageNotContaining("hush");
  }

  @Test
  void deep_nesting_is_refused_and_not_fallen_into() {
    assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(SeedException.class);
  }

  private static Seed read(String json) throws SeedException {
    return SeedReader.read("my.json", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
  }

  private static int line(Throwable refusal) {
    return Integer.parseInt(refusal.getMessage().replaceAll("^my\\.json, line (\\d+):.*", "$1"));
  }
}
