package dev.datamart.mock.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.history.Difference.Item;
import dev.datamart.mock.seeds.Seed.SeedOrganization;
import dev.datamart.mock.seeds.Seeds;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a delete would take along is what it takes along. */
@Timeout(30)
class ImpactTest {

  @ParameterizedTest
  @ValueSource(strings = {"demo", "crowded"})
  void the_impact_of_every_datamart_is_what_its_delete_then_removes(String seed) throws Exception {
    for (SeedOrganization one : Seeds.named(seed, Instant.EPOCH).organizations()) {
      Organization before = one.organization();
      for (Datamart datamart : before.datamarts()) {
        Impact impact = Impact.of(before, datamart.name());
        Organization after = before.without(Kind.DATAMART, datamart.name());

        Difference difference = Difference.between(before, after);
        assertThat(removed(difference, "datamart")).containsExactly(datamart.name());
        assertThat(removed(difference, "embed")).isEqualTo(embedsOf(impact));
        assertThat(difference.added()).isEmpty();
        assertThat(difference.changed().stream().map(Difference.Change::name))
            .containsExactlyInAnyOrderElementsOf(impact.workspaces());
        assertThat(impact.embedCount()).isEqualTo(removed(difference, "embed").size());
      }
    }
  }

  @Test
  void asking_for_the_impact_deletes_nothing_and_tells_embeds_by_data_app() {
    Tenant own = Tenant.demo();
    String before = own.control().get("/state").body();

    JsonNode impact = own.control().get("/datamarts/sales-datamart/impact").json();

    assertThat(own.control().get("/state").body()).isEqualTo(before);
    assertThat(impact.path("embeds").path("customer-portal")).isNotEmpty();
    assertThat(impact.path("embeds").path("partner-portal")).isNotEmpty();
    assertThat(impact.path("workspaces").toString()).contains("Sales Workspace");
    assertThat(own.control().get("/datamarts/no-such/impact").status()).isEqualTo(404);
  }

  @Test
  void a_name_with_anything_in_it_is_found_by_its_encoded_form() {
    Tenant own = Tenant.demo();
    String name = "a/b ü%&?";
    own.service().post("/data-app/datamarts", dev.datamart.mock.fixture.Bodies.datamart(name));

    JsonNode impact = own.control().get("/datamarts/a%2Fb%20%C3%BC%25%26%3F/impact").json();

    assertThat(impact.path("datamartName").asText()).isEqualTo(name);
    assertThat(impact.path("embedCount").asInt()).isZero();
  }

  private static Set<String> removed(Difference difference, String kind) {
    return difference.removed().stream()
        .filter(item -> item.kind().equals(kind))
        .map(Item::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> embedsOf(Impact impact) {
    return impact.embeds().values().stream()
        .flatMap(Collection::stream)
        .map(Impact.DependentEmbed::embedId)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
