package dev.datamart.benchmark.micro;

import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seeds.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Organizations of any size, grown from the demo seed's first, whose tokens they keep. */
final class Crowd {

  /** How many embeds each datamart has, spread over the data apps. */
  static final int EMBEDS_EACH = 10;

  static final String SERVICE_TOKEN = "11111111-1111-4111-8111-111111111111";

  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

  private Crowd() {}

  /** Returns the first organization of the demo seed. */
  static Organization demo() {
    try {
      return Seeds.named("demo", THEN).organizations().get(0).organization();
    } catch (SeedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the same with the datasources, workspaces and datamarts only: no two share a token. */
  static Organization withoutTokens() {
    Organization bare = demo();
    for (String token : bare.secrets()) {
      bare = bare.without(Kind.SERVICE_TOKEN, token);
    }
    for (DataApp app : bare.dataApps()) {
      bare = bare.without(Kind.DATA_APP, app.name());
    }
    return bare;
  }

  /** Returns an organization with so many datamarts and ten times as many embeds, no others. */
  static Organization of(int datamarts) {
    Organization organization = demo();
    Datamart model = organization.datamarts().all().get(0);
    for (Datamart old : organization.datamarts()) {
      organization = organization.without(Kind.DATAMART, old.name());
    }
    List<DataApp> apps = organization.dataApps().all();
    for (int i = 0; i < datamarts; i++) {
      organization = organization.with(datamart(model, name(i)));
      for (int j = 0; j < EMBEDS_EACH; j++) {
        organization = organization.with(embed(i, j, apps.get(j % apps.size()).name()));
      }
    }
    return organization;
  }

  static String name(int number) {
    return "datamart-" + number;
  }

  static Datamart datamart(Datamart model, String name) {
    return new Datamart(
        name, model.datasourceName(), model.tables(), null, model.relationships(), THEN, THEN);
  }

  private static Embed embed(int datamart, int number, String dataApp) {
    String id = UUID.nameUUIDFromBytes((datamart + "/" + number).getBytes()).toString();
    return new Embed(
        id,
        EmbedType.DASHBOARD,
        "embed",
        dataApp,
        "Sales Workspace",
        "dashboard",
        null,
        AccessSettings.onto(name(datamart)),
        THEN,
        THEN);
  }
}
