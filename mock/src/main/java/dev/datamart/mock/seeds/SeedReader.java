package dev.datamart.mock.seeds;

import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import dev.datamart.mock.groups.Groups;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import dev.datamart.mock.seeds.Seed.SeedOrganization;
import dev.datamart.mock.text.Identifier;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads organizations from JSON: a member for each kind, and what a thing owns in members of its
 * own. Everything goes by the rules of the API. A seed is taken whole or refused with the line.
 */
public final class SeedReader {

  private final Instant now;
  private final Set<String> tokens = new HashSet<>();
  private final Set<String> ids = new HashSet<>();

  private SeedReader(Instant now) {
    this.now = now;
  }

  /**
   * Reads a seed.
   *
   * @param source what a refusal calls it, such as the file's name
   * @param now the time of everything that names none
   */
  public static Seed read(String source, byte[] json, Instant now) throws SeedException {
    SeedReader reader = new SeedReader(now);
    LocatedJson root = LocatedJson.parse(source, json);
    List<SeedOrganization> organizations = root.list("organizations", reader::organization);
    // Not by its name: what a file that is no seed has in it is nobody's business.
    root.refuseUnknownMembers(name -> "a seed has one member, \"organizations\", and not this");
    if (organizations.isEmpty()) {
      throw root.refuse("\"organizations\" must have at least one organization");
    }
    return new Seed(organizations);
  }

  private SeedOrganization organization(LocatedJson at) throws SeedException {
    String id = at.text("id");
    if (!Identifier.isFit(id)) {
      throw at.refuse("\"id\" takes " + Identifier.RULE);
    }
    if (!ids.add(id)) {
      throw at.refuse("there is an organization \"" + id + "\" already");
    }
    List<Kind<?>> own = Kind.ALL.stream().filter(kind -> kind.owner() == null).toList();
    Organization empty = Organization.named(at.text("name"));
    return new SeedOrganization(id, things(own, at, Ref.NOBODY, empty));
  }

  private Organization things(List<Kind<?>> kinds, LocatedJson at, String owner, Organization in)
      throws SeedException {
    Organization filled = in;
    for (Kind<?> kind : kinds) {
      for (LocatedJson thing : at.list(kind.plural())) {
        filled = thing(Groups.seedForm(kind), thing, owner, filled);
      }
    }
    return filled;
  }

  private <T extends Keyed> Organization thing(
      SeedForm<T> form, LocatedJson at, String owner, Organization in) throws SeedException {
    Kind<T> kind = form.kind();
    String key = form.key().read(at);
    if (kind.isSecret() && !tokens.add(key)) {
      throw at.refuse("this token is given twice; one token opens one thing");
    }
    if (in.of(kind, owner).has(key)) {
      throw at.refuse("\"" + key + "\" is there already");
    }
    try {
      Organization with = form.reading().read(at, owner, now).apply(in);
      Organization filled = things(kind.owned(), at, key, with);
      at.refuseUnknownMembers();
      return filled;
    } catch (Refusal refusal) {
      throw at.refuse(refusal);
    }
  }
}
