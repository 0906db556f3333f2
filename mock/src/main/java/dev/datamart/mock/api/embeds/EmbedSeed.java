package dev.datamart.mock.api.embeds;

import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import dev.datamart.stub.model.AccessSettings;
import dev.datamart.stub.model.CreateEmbedRequest;
import dev.datamart.stub.model.EmbedType;
import dev.datamart.stub.model.TableTenancySetting;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Embeds in a seed. */
public final class EmbedSeed {

  public static final SeedForm<Embed> FORM = SeedForm.of(Kind.EMBED, "id", EmbedSeed::read);

  private EmbedSeed() {}

  private static UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
      throws SeedException {
    Instant created = at.time("createdAt", now);
    Set<AccessFlag> allowed = EnumSet.noneOf(AccessFlag.class);
    CreateEmbedRequest draft =
        new CreateEmbedRequest()
            .dashboardId(at.text("dashboardId"))
            .embedType(EmbedType.fromValue(at.text("type")))
            .metricId(at.optionalText("metricId"))
            .workspaceName(at.text("workspaceName"))
            .name(at.optionalText("name"))
            .accessSettings(at.object("accessSettings", settings -> access(settings, allowed)));
    return Embeds.restore(
        Embeds.embed(owner, draft, allowed, at.text("id"), created, at.time("updatedAt", created)));
  }

  private static AccessSettings access(LocatedJson at, Set<AccessFlag> allowed)
      throws SeedException {
    allowed.addAll(at.list("allowed", EmbedSeed::flag));
    return new AccessSettings()
        .datamartName(at.optionalText("datamartName"))
        .metricCreationMode(at.optionalText("metricCreationMode"))
        .joinModel(at.optionalText("joinModel"))
        .tableTenancySettings(at.list("tableTenancySettings", EmbedSeed::table));
  }

  private static TableTenancySetting table(LocatedJson at) throws SeedException {
    return new TableTenancySetting()
        .name(at.optionalText("name"))
        .clientColumn(at.optionalText("clientColumn"));
  }

  private static AccessFlag flag(LocatedJson at) throws SeedException {
    for (AccessFlag flag : AccessFlag.values()) {
      if (flag.toString().equals(at.text())) {
        return flag;
      }
    }
    throw at.refuse("\"allowed\" takes " + Arrays.toString(AccessFlag.values()));
  }
}
