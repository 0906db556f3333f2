package dev.datamart.mock.seeds;

import dev.datamart.mock.clock.IdSource;
import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.DataApp;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import dev.datamart.mock.seed.InputFile;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seeds.Seed.SeedOrganization;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The seeds by name. All come from one file, so that they agree on names and tokens. */
public final class Seeds {

  /** The seeds that have a name; every other is a file. */
  public static final List<String> NAMES = List.of("demo", "empty", "crowded");

  private static final int CROWDED_DATAMARTS = 500;
  private static final int CROWDED_EMBEDS = 2_000;

  private Seeds() {}

  /**
   * Returns a seed.
   *
   * @param name {@code demo}, {@code empty}, {@code crowded}, or the path of a JSON file
   * @param now the time of everything in a file that names none
   * @throws SeedException when there is no such file or it cannot be used
   */
  public static Seed named(String name, Instant now) throws SeedException {
    return switch (name) {
      case "demo" -> Demo.SEED;
      case "empty" -> empty(Demo.SEED);
      case "crowded" -> crowded(Demo.SEED);
      default -> file(name, now);
    };
  }

  /** The demo seed, which never changes and names all times itself, so it is read once a JVM. */
  private static final class Demo {
    static final Seed SEED = read();

    private static Seed read() {
      try (InputStream in =
          Objects.requireNonNull(Seeds.class.getResourceAsStream("/seeds/demo.json"))) {
        return SeedReader.read("the demo seed", in.readAllBytes(), Instant.EPOCH);
      } catch (IOException | SeedException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static Seed file(String name, Instant now) throws SeedException {
    return SeedReader.read(
        name, InputFile.bytes(name, "a seed is demo, empty, crowded or a JSON file"), now);
  }

  /** Leaves what a caller needs to begin: tokens with their data apps, datasources, workspaces. */
  private static Seed empty(Seed demo) {
    return new Seed(
        demo.organizations().stream()
            .map(seed -> new SeedOrganization(seed.id(), withoutContents(seed.organization())))
            .toList());
  }

  private static Organization withoutContents(Organization full) {
    Organization organization = full;
    for (Datamart datamart : full.datamarts()) {
      organization = organization.without(Kind.DATAMART, datamart.name());
    }
    for (Embed embed : organization.all(Kind.EMBED)) {
      organization = organization.without(new Ref(Kind.EMBED, embed.dataAppName(), embed.id()));
    }
    return organization;
  }

  /** Fills the first organization up, so that paging, speed and screens can be tried. */
  private static Seed crowded(Seed demo) {
    SeedOrganization first = demo.organizations().get(0);
    Organization organization = first.organization();
    Datamart model = organization.datamarts().all().get(0);
    while (organization.datamarts().size() < CROWDED_DATAMARTS) {
      organization = organization.with(copy(model, organization.datamarts().size() + 1));
    }
    List<Datamart> datamarts = organization.datamarts().all();
    List<DataApp> apps = organization.dataApps().all();
    Embed shown = organization.all(Kind.EMBED).get(0);
    for (int i = organization.count(Kind.EMBED); i < CROWDED_EMBEDS; i++) {
      String datamart = datamarts.get(i % datamarts.size()).name();
      organization = organization.with(copy(shown, apps.get(i % apps.size()), datamart, i));
    }
    List<SeedOrganization> organizations = new ArrayList<>(demo.organizations());
    organizations.set(0, new SeedOrganization(first.id(), organization));
    return new Seed(organizations);
  }

  private static Datamart copy(Datamart model, int number) {
    return new Datamart(
        String.format("datamart-%03d", number),
        model.datasourceName(),
        model.tables(),
        null,
        model.relationships(),
        model.createdAt().plusSeconds(60L * number),
        model.updatedAt().plusSeconds(60L * number));
  }

  private static Embed copy(Embed model, DataApp app, String datamart, int number) {
    Instant at = model.createdAt().plusSeconds(60L * number);
    AccessSettings like = model.accessSettings();
    return new Embed(
        new UUID(0x00000000_0000_4000L, 0x8000_0000_0000_0000L + number).toString(),
        model.type(),
        String.format("embed-%04d", number),
        app.name(),
        model.workspaceName(),
        model.dashboardId(),
        null,
        new AccessSettings(datamart, like.allowed(), like.metricCreationMode(), null, List.of()),
        at,
        at);
  }

  /** Returns the organization with tokens that nobody has yet; the rest is shared with the seed. */
  public static Organization withFreshTokens(Organization seed, IdSource ids) {
    Organization fresh = seed;
    for (Kind<?> kind : Kind.ALL) {
      fresh = kind.isSecret() ? renewed(kind, fresh, ids) : fresh;
    }
    return fresh;
  }

  private static <T extends Keyed> Organization renewed(
      Kind<T> kind, Organization seed, IdSource ids) {
    Organization fresh = seed;
    for (T token : seed.all(kind)) {
      fresh =
          fresh
              .without(new Ref(kind, kind.ownerOf(token), token.key()))
              .with(kind.renewed(token, ids.next()));
    }
    return fresh;
  }
}
