package dev.datamart.conformance.checks.shared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.requirement.RequirementBuilder.Template;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.TokenNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The second organization, which must see and reach nothing of the first, nor the other way. */
public final class Strangers {
  private Strangers() {}

  public static String token(CheckContext s) {
    return s.run().tokens().otherServiceToken();
  }

  /** Every kind of token with which a stranger may call the subject. */
  static List<String> tokens(CheckContext s) {
    List<String> tokens = new ArrayList<>(List.of(token(s)));
    if (s.subject().need() == TokenNeed.EITHER && s.run().offer().has(Operation.CREATE_DATA_APP)) {
      tokens.add(s.given().otherApp().key());
    }
    return tokens;
  }

  /** A list shows what each organization made to that one alone. */
  public static Template hidden(
      Function<CheckContext, String> mine, Function<CheckContext, String> theirs) {
    return rule ->
        rule.trait(Trait.TWO_ORGANIZATIONS)
            .hint(CommonHint.HIDDEN.sentence())
            .check(
                s -> {
                  String ours = mine.apply(s);
                  String other = theirs.apply(s);
                  for (String token : tokens(s)) {
                    boolean there = named(s, s.subject(), token).containsKey(ours);
                    s.demand(!there, '"' + ours + "\" is hidden from strangers", "it is listed");
                  }
                  boolean here = named(s, s.subject(), s.token(s.subject())).containsKey(other);
                  s.demand(!here, '"' + other + "\" of a stranger is hidden", "it is listed");
                });
  }

  /** What both see in a list by the same name has to be two things, told apart by this. */
  public static Template disjoint(IdOf idOf) {
    return rule ->
        rule.trait(Trait.TWO_ORGANIZATIONS)
            .hint(CommonHint.HIDDEN.sentence())
            .check(
                s -> {
                  Map<String, JsonNode> mine = named(s, s.subject(), s.token(s.subject()));
                  Map<String, JsonNode> theirs = named(s, s.subject(), token(s));
                  theirs.keySet().retainAll(mine.keySet());
                  theirs.forEach(
                      (name, item) -> {
                        String one = idOf.in(s, item, token(s));
                        JsonNode namesake = Json.node(mine.get(name));
                        s.demand(
                            !one.equals(idOf.in(s, namesake, s.token(s.subject()))),
                            "each organization has its own",
                            "both see \"" + name + "\" with the id " + one);
                      });
                });
  }

  /** Finds the id of what a token sees. */
  @FunctionalInterface
  public interface IdOf {
    String in(CheckContext s, JsonNode item, String token);
  }

  /** The name of something that only the second organization has in a list. */
  public static String nameIn(CheckContext s, Operation list) {
    Set<String> names = new TreeSet<>(named(s, list, token(s)).keySet());
    names.removeAll(named(s, list, s.token(list)).keySet());
    return names.stream()
        .findFirst()
        .orElseThrow(
            () -> new NotApplicable("the second organization has nothing of a name of its own"));
  }

  private static Map<String, JsonNode> named(CheckContext s, Operation list, String token) {
    return s.listed().items(s.call(list).as(token), "name");
  }
}
