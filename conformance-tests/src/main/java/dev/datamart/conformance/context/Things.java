package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Role;
import dev.datamart.conformance.noun.Stock;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.wire.Call;
import java.util.HashMap;
import java.util.Map;

/** Things that calls name: each is made when it is first asked for. */
final class Things implements Stock {
  private final CheckContext maker;
  private final TargetFixtures target;
  private final Map<Noun, String> known;

  /** Things of one call alone. */
  Things(CheckContext maker) {
    this(maker, maker.target(), new HashMap<>());
  }

  /**
   * @param known keys of what is there already; learns those of what is made
   */
  Things(CheckContext maker, TargetFixtures target, Map<Noun, String> known) {
    this.maker = maker;
    this.target = target;
    this.known = known;
  }

  /** The call with what makes it valid. */
  Call valid(Call plain) {
    Role role = Nouns.role(plain.operation());
    Call call = plain.arguments(role.valid().apply(this));
    return role.verb() == Verb.ROTATE ? call.as(a(role.noun())) : call;
  }

  @Override
  public String unused() {
    return maker.unused();
  }

  @Override
  public String a(Noun noun) {
    String key = known.get(noun);
    if (key == null) {
      key = noun.isMade() ? maker.given().make(noun, noun.draft(this)) : target.a(noun);
      known.put(noun, key);
    }
    return key;
  }

  @Override
  public String dataApp() {
    String name = maker.app().name();
    if (name.isEmpty()) {
      throw new NotApplicable("nothing tells the name of the data app of --api-key");
    }
    return name;
  }

  @Override
  public ObjectNode table() {
    return target.table().entry();
  }
}
