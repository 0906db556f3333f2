package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Spelling;
import dev.datamart.mock.fixture.Tenant;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done in one spelling is seen in every other, in the same words. */
@Timeout(30)
class FamiliesTest {

  private final Tenant tenant = Tenant.demo();
  private final Caller service = tenant.service();
  private final Caller portal = tenant.portal();

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void all_families_list_the_same_after_each_change(Spelling spelling) {
    spelling.createDatamart(service, Bodies.datamart("shared"));
    allSeeTheSame();

    String id = spelling.createEmbed(portal, Bodies.embedOn("shared")).json().path("id").asText();
    allSeeTheSame();

    spelling.updateEmbed(portal, body("embedId", id, "name", "renamed"));
    allSeeTheSame();

    spelling.deleteDatamart(service, "shared");
    allSeeTheSame();
    assertThat(spelling.listEmbeds(portal).each("embedId")).doesNotContain(id);
  }

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void all_families_refuse_in_the_same_words(Spelling spelling) {
    assertThat(spelling.createDatamart(service, Bodies.datamart("sales-datamart")).body())
        .isEqualTo(
            Spelling.KEBAB.createDatamart(service, Bodies.datamart("sales-datamart")).body());
    assertThat(spelling.deleteDatamart(service, "nope").body())
        .isEqualTo(Spelling.KEBAB.deleteDatamart(service, "nope").body());
    assertThat(spelling.createEmbed(portal, Bodies.embedOn("nope")).body())
        .isEqualTo(Spelling.KEBAB.createEmbed(portal, Bodies.embedOn("nope")).body());
    assertThat(spelling.updateEmbed(portal, "{}").body())
        .isEqualTo(Spelling.KEBAB.updateEmbed(portal, "{}").body());
    assertThat(spelling.deleteEmbed(portal, "nope").body())
        .isEqualTo(Spelling.KEBAB.deleteEmbed(portal, "nope").body());
    assertThat(spelling.listEmbeds(service).body())
        .isEqualTo(Spelling.KEBAB.listEmbeds(service).body());
  }

  private void allSeeTheSame() {
    for (Spelling spelling : Spelling.values()) {
      assertThat(spelling.listDatamarts(service).body())
          .isEqualTo(Spelling.KEBAB.listDatamarts(service).body());
      assertThat(spelling.listEmbeds(portal).body())
          .isEqualTo(Spelling.KEBAB.listEmbeds(portal).body());
    }
  }
}
