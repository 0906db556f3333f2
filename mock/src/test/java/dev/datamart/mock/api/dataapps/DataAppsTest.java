package dev.datamart.mock.api.dataapps;

import static dev.datamart.mock.fixture.Given.NOW;
import static dev.datamart.mock.fixture.Given.anOrganization;
import static dev.datamart.mock.fixture.Refused.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.spec.Problem;
import org.junit.jupiter.api.Test;

class DataAppsTest {

  private final Organization before = anOrganization();

  @Test
  void a_new_data_app_is_empty() {
    Organization after = DataAppsResource.create("fresh", NOW, NOW).apply(before);

    assertThat(after.dataApps().has("fresh")).isTrue();
    assertThat(after.of(Kind.EMBED, "fresh").all()).isEmpty();
    assertThat(after.of(Kind.API_TOKEN, "fresh").all()).isEmpty();
  }

  @Test
  void names_are_unique_and_case_sensitive() {
    refuses(before, Problem.DATA_APP_EXISTS, () -> DataAppsResource.create("portal", NOW, NOW));
    assertThat(DataAppsResource.create("Portal", NOW, NOW).apply(before).dataApps().size())
        .isEqualTo(2);
  }

  @Test
  void a_name_is_needed_to_create_and_to_delete() {
    refuses(before, Problem.MEMBER_REQUIRED, () -> DataAppsResource.create("", NOW, NOW));
    refuses(before, Problem.MEMBER_REQUIRED, () -> DataAppsResource.delete(null));
    refuses(before, Problem.DATA_APP_NOT_FOUND, () -> DataAppsResource.delete("nope"));
  }
}
