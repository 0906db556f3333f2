package dev.datamart.mock.domain;

import static dev.datamart.mock.fixture.Given.aDataApp;
import static dev.datamart.mock.fixture.Given.aDatamart;
import static dev.datamart.mock.fixture.Given.aWorkspace;
import static dev.datamart.mock.fixture.Given.anEmbed;
import static dev.datamart.mock.fixture.Given.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A delete finds what it takes along by an index; a scan of everything must find the same. */
class OrganizationIndexTest {

  private static final List<String> DATAMARTS = List.of("d1", "d2", "d3");
  private static final List<String> APPS = List.of("portal", "partner");

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void the_index_agrees_with_a_scan_after_any_changes(long seed) {
    Random random = new Random(seed);
    Organization organization = anOrganization().with(aDataApp("partner"));

    for (int step = 0; step < 500; step++) {
      organization = anyChange(organization, random);

      for (String datamart : DATAMARTS) {
        assertThat(organization.referrers(Kind.DATAMART, datamart))
            .containsExactlyInAnyOrderElementsOf(scan(organization, datamart));
      }
    }
  }

  private static Organization anyChange(Organization before, Random random) {
    String datamart = DATAMARTS.get(random.nextInt(DATAMARTS.size()));
    String app = APPS.get(random.nextInt(APPS.size()));
    String embed = "e" + random.nextInt(12);
    return switch (random.nextInt(8)) {
      case 0 -> before.without(Kind.DATAMART, datamart);
      case 1 -> before.without(new Ref(Kind.EMBED, app, embed));
      case 2 -> before.with(anEmbed(embed, app, null));
      case 3 -> before.with(aWorkspace("w" + random.nextInt(3), datamart));
      case 4 -> before.without(Kind.DATA_APP, app).with(aDataApp(app));
      case 5 -> before.with(aDatamart(datamart));
      default -> before.with(anEmbed(embed, app, datamart));
    };
  }

  private static List<Ref> scan(Organization organization, String datamart) {
    Stream<Ref> embeds =
        organization.all(Kind.EMBED).stream()
            .filter(embed -> datamart.equals(embed.accessSettings().datamartName()))
            .map(embed -> new Ref(Kind.EMBED, embed.dataAppName(), embed.id()));
    Stream<Ref> workspaces =
        organization.all(Kind.WORKSPACE).stream()
            .filter(workspace -> workspace.datamarts().contains(datamart))
            .map(workspace -> new Ref(Kind.WORKSPACE, Ref.NOBODY, workspace.name()));
    return Stream.concat(embeds, workspaces).toList();
  }
}
