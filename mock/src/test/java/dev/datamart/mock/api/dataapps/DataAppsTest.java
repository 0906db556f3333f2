package dev.datamart.mock.api.dataapps;

import static dev.datamart.mock.fixture.Given.NOW;
import static dev.datamart.mock.fixture.Given.anOrganization;
import static dev.datamart.mock.fixture.Refused.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Organization;
import dev.datamart.spec.Problem;
import org.junit.jupiter.api.Test;

class DataAppsTest {

  private final Organization before = anOrganization();

  @Test
  void a_new_data_app_is_empty() {
    DataApp made = DataApps.create("fresh", NOW).apply(before).dataApps().get("fresh");

    assertThat(made.embeds().all()).isEmpty();
    assertThat(made.apiKeys().all()).isEmpty();
  }

  @Test
  void names_are_unique_and_case_sensitive() {
    refuses(before, Problem.DATA_APP_EXISTS, () -> DataApps.create("portal", NOW));
    assertThat(DataApps.create("Portal", NOW).apply(before).dataApps().size()).isEqualTo(2);
  }

  @Test
  void a_name_is_needed_to_create_and_to_delete() {
    refuses(before, Problem.MEMBER_REQUIRED, () -> DataApps.create("", NOW));
    refuses(before, Problem.MEMBER_REQUIRED, () -> DataApps.delete(null));
    refuses(before, Problem.DATA_APP_NOT_FOUND, () -> DataApps.delete("nope"));
  }
}
