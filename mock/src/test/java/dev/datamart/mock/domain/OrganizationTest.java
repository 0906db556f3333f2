package dev.datamart.mock.domain;

import static dev.datamart.mock.fixture.Given.NOW;
import static dev.datamart.mock.fixture.Given.aDataApp;
import static dev.datamart.mock.fixture.Given.aDatamart;
import static dev.datamart.mock.fixture.Given.aKey;
import static dev.datamart.mock.fixture.Given.aWorkspace;
import static dev.datamart.mock.fixture.Given.anEmbed;
import static dev.datamart.mock.fixture.Given.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrganizationTest {

  @Test
  void deleting_a_datamart_removes_its_embeds_from_every_data_app() {
    Organization before =
        anOrganization()
            .with(aDataApp("partner"))
            .with(aDatamart("sales"))
            .with(aDatamart("stock"))
            .with(anEmbed("e1", "portal", "sales"))
            .with(anEmbed("e2", "partner", "sales"))
            .with(anEmbed("e3", "partner", "stock"));

    Organization after = before.without(Kind.DATAMART, "sales");

    assertThat(after.datamarts().all()).extracting(Datamart::name).containsExactly("stock");
    assertThat(after.of(Kind.EMBED, "portal").all()).isEmpty();
    assertThat(after.of(Kind.EMBED, "partner").all()).extracting(Embed::id).containsExactly("e3");
  }

  @Test
  void an_embed_that_was_moved_away_survives() {
    Organization before =
        anOrganization()
            .with(aDatamart("sales"))
            .with(aDatamart("stock"))
            .with(anEmbed("e1", "sales"))
            .with(anEmbed("e1", "stock"));

    assertThat(before.without(Kind.DATAMART, "sales").of(Kind.EMBED, "portal").has("e1")).isTrue();
    assertThat(before.without(Kind.DATAMART, "stock").of(Kind.EMBED, "portal").has("e1")).isFalse();
  }

  @Test
  void an_embed_that_was_moved_there_goes_along() {
    Organization before =
        anOrganization()
            .with(aDatamart("sales"))
            .with(anEmbed("e1", "portal", null))
            .with(anEmbed("e1", "sales"));

    assertThat(before.without(Kind.DATAMART, "sales").of(Kind.EMBED, "portal").all()).isEmpty();
  }

  @Test
  void an_embed_of_no_datamart_stays_whatever_is_deleted() {
    Organization before =
        anOrganization().with(aDatamart("sales")).with(anEmbed("e1", "portal", null));

    assertThat(before.without(Kind.DATAMART, "sales").of(Kind.EMBED, "portal").has("e1")).isTrue();
  }

  @Test
  void embeds_of_one_identifier_in_two_data_apps_are_two() {
    Organization before =
        anOrganization()
            .with(aDataApp("partner"))
            .with(aDatamart("sales"))
            .with(anEmbed("same", "portal", "sales"))
            .with(anEmbed("same", "partner", "sales"));

    Organization after = before.without(new Ref(Kind.EMBED, "portal", "same"));

    assertThat(after.referrers(Kind.DATAMART, "sales"))
        .containsExactly(new Ref(Kind.EMBED, "partner", "same"));
  }

  @Test
  void a_workspace_loses_the_connection_and_keeps_its_others() {
    Organization before =
        anOrganization()
            .with(aDatamart("sales"))
            .with(aDatamart("stock"))
            .with(aWorkspace("one", "sales"))
            .with(aWorkspace("many", "sales", "stock"));

    Organization after = before.without(Kind.DATAMART, "sales");

    assertThat(after.workspaces().get("one").datamarts()).isEmpty();
    assertThat(after.workspaces().get("many").datamarts()).containsExactly("stock");
    assertThat(after.referrers(Kind.DATAMART, "sales")).isEmpty();
  }

  @Test
  void a_new_datamart_of_an_old_name_starts_with_no_embeds() {
    Organization before = anOrganization().with(aDatamart("sales")).with(anEmbed("e1", "sales"));

    Organization after = before.without(Kind.DATAMART, "sales").with(aDatamart("sales"));

    assertThat(after.referrers(Kind.DATAMART, "sales")).isEmpty();
    assertThat(after.referrers(Kind.DATAMART, "sales")).isEmpty();
  }

  @Test
  void deleting_a_data_app_takes_its_keys_and_embeds_and_no_others() {
    Organization before =
        anOrganization()
            .with(aDataApp("partner"))
            .with(aDatamart("sales"))
            .with(aKey("k1", "portal"))
            .with(aKey("k2", "partner"))
            .with(anEmbed("e1", "portal", "sales"))
            .with(anEmbed("e2", "partner", "sales"));

    Organization after = before.without(Kind.DATA_APP, "portal");

    assertThat(after.all(Kind.API_TOKEN)).extracting(ApiToken::value).containsExactly("k2");
    assertThat(after.referrers(Kind.DATAMART, "sales"))
        .containsExactly(new Ref(Kind.EMBED, "partner", "e2"));
    assertThat(after.of(Kind.EMBED, "portal").all()).isEmpty();
    assertThat(after.datamarts().has("sales")).isTrue();
  }

  @Test
  void a_change_leaves_the_organization_it_was_made_of_alone() {
    Organization before = anOrganization().with(aDatamart("sales")).with(anEmbed("e1", "sales"));

    before.without(Kind.DATAMART, "sales");

    assertThat(before.datamarts().has("sales")).isTrue();
    assertThat(before.of(Kind.EMBED, "portal").has("e1")).isTrue();
  }

  @Test
  void a_renamed_embed_stays_where_it_was_found() {
    Embed embed = anEmbed("e1", "sales");
    Organization before = anOrganization().with(aDatamart("sales")).with(embed);

    Organization after = before.with(embed.changed("new name", AccessSettings.onto("sales"), NOW));

    assertThat(after.referrers(Kind.DATAMART, "sales"))
        .containsExactly(new Ref(Kind.EMBED, "portal", "e1"));
  }
}
