package dev.datamart.mock.api.embeds;

import dev.datamart.mock.api.embeds.EmbedDraft.AccessDraft;
import dev.datamart.mock.api.embeds.EmbedDraft.TableDraft;
import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Embeds in a seed. */
public final class EmbedSeed implements SeedForm<Embed> {

  @Override
  public Kind<Embed> kind() {
    return Kind.EMBED;
  }

  @Override
  public String key(LocatedJson at) throws SeedException {
    return at.text("id");
  }

  @Override
  public UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
      throws SeedException {
    Instant created = at.time("createdAt", now);
    EmbedDraft draft =
        new EmbedDraft(
            at.text("dashboardId"),
            at.text("type"),
            at.optionalText("metricId"),
            at.text("workspaceName"),
            at.optionalText("name"),
            at.object("accessSettings", EmbedSeed::access));
    return Embeds.restore(
        Embeds.embed(owner, draft, key(at), created, at.time("updatedAt", created)));
  }

  private static AccessDraft access(LocatedJson at) throws SeedException {
    Map<AccessFlag, Boolean> flags = new EnumMap<>(AccessFlag.class);
    at.list("allowed", EmbedSeed::flag).forEach(flag -> flags.put(flag, true));
    return new AccessDraft(
        at.optionalText("datamartName"),
        flags,
        at.optionalText("metricCreationMode"),
        at.optionalText("joinModel"),
        at.list(
            "tableTenancySettings",
            t -> new TableDraft(t.optionalText("name"), t.optionalText("clientColumn"))),
        null);
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
