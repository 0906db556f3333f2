package dev.datamart.mock.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.ServiceToken;
import dev.datamart.mock.seed.SeedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsTest {

  private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"demo", "empty", "crowded"})
  void the_tokens_are_the_same_in_every_seed_of_ours(String name) throws SeedException {
    Organization first = organization(name, 0);
    Organization second = organization(name, 1);

    assertThat(first.all(Kind.SERVICE_TOKEN))
        .extracting(ServiceToken::value)
        .containsExactly("11111111-1111-4111-8111-111111111111");
    assertThat(first.all(Kind.API_TOKEN))
        .extracting(ApiToken::value)
        .startsWith("22222222-2222-4222-8222-222222222222");
    assertThat(second.all(Kind.SERVICE_TOKEN))
        .extracting(ServiceToken::value)
        .containsExactly("33333333-3333-4333-8333-333333333333");
    assertThat(second.all(Kind.API_TOKEN))
        .extracting(ApiToken::value)
        .startsWith("44444444-4444-4444-8444-444444444444");
  }

  @Test
  void the_demo_shows_paging_a_busy_datamart_and_an_idle_one() throws SeedException {
    Organization acme = organization("demo", 0);

    assertThat(acme.datamarts().size()).isGreaterThan(10);
    assertThat(acme.dataApps().size()).isEqualTo(2);
    assertThat(acme.referrers(Kind.DATAMART, "sales-datamart"))
        .hasSizeGreaterThan(1)
        .extracting(ref -> ref.owner())
        .contains("customer-portal", "partner-portal");
    assertThat(acme.referrers(Kind.DATAMART, "unused-datamart")).isEmpty();
    assertThat(acme.datamarts().has("unused-datamart")).isTrue();
  }

  @Test
  void the_demo_names_all_its_times_so_it_is_the_same_at_every_start() throws SeedException {
    String text = SeedWriter.seed(Seeds.named("demo", NOW)).toString();

    assertThat(text).contains("2024-01-15").doesNotContain(NOW.toString()).doesNotContain("1970");
    assertThat(Seeds.named("demo", NOW)).isSameAs(Seeds.named("demo", NOW.plusSeconds(60)));
  }

  @Test
  void the_two_organizations_of_the_demo_share_no_token() throws SeedException {
    assertThat(organization("demo", 0).all(Kind.API_TOKEN))
        .extracting(ApiToken::value)
        .doesNotContainAnyElementsOf(
            organization("demo", 1).all(Kind.API_TOKEN).stream().map(ApiToken::value).toList());
  }

  @Test
  void the_empty_seed_has_where_to_begin_and_nothing_else() throws SeedException {
    Organization demo = organization("demo", 0);
    Organization empty = organization("empty", 0);

    assertThat(empty.datamarts().all()).isEmpty();
    assertThat(empty.all(Kind.EMBED)).isEmpty();
    assertThat(empty.dataApps().all()).isEqualTo(demo.dataApps().all());
    assertThat(empty.datasources().all()).isEqualTo(demo.datasources().all()).isNotEmpty();
    assertThat(empty.workspaces().all())
        .hasSameSizeAs(demo.workspaces().all())
        .allMatch(workspace -> workspace.datamarts().isEmpty());
    assertThat(empty.all(Kind.API_TOKEN)).isEqualTo(demo.all(Kind.API_TOKEN));
  }

  @Test
  void the_crowded_seed_has_500_datamarts_and_2000_embeds() throws SeedException {
    Organization crowded = organization("crowded", 0);

    assertThat(crowded.datamarts().all())
        .hasSize(500)
        .extracting(Datamart::name)
        .doesNotHaveDuplicates();
    assertThat(crowded.all(Kind.EMBED))
        .hasSize(2_000)
        .extracting(embed -> embed.id())
        .doesNotHaveDuplicates();
  }

  @Test
  void a_file_that_there_is_not_is_refused_with_the_names_that_there_are() {
    assertThatThrownBy(() -> Seeds.named("no/such/file.json", NOW))
        .isInstanceOf(SeedException.class)
        .hasMessage(
            "no/such/file.json: no such file; a seed is demo, empty, crowded or a JSON file");
  }

  private static Organization organization(String seed, int index) throws SeedException {
    return Seeds.named(seed, NOW).organizations().get(index).organization();
  }
}
