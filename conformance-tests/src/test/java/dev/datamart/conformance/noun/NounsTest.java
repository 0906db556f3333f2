package dev.datamart.conformance.noun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Schema;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What the nouns say of themselves is what the document says of their operations. */
class NounsTest {
  static final Iterable<Noun> ALL = Nouns.ALL;

  @ParameterizedTest
  @EnumSource
  void an_operation_does_what_its_name_says(Operation operation) {
    Role role = Nouns.role(operation);

    assertThat(role.verb() == Verb.CREATE).isEqualTo(operation.id().startsWith("create"));
    assertThat(role.verb() == Verb.DELETE).isEqualTo(operation.id().startsWith("delete"));
    assertThat(role.verb() == Verb.LIST).isEqualTo(operation.id().startsWith("list"));
    assertThat(role.verb() == Verb.READ).isEqualTo(operation.id().matches("(get|query).*"));
    assertThat(Nouns.ALL).contains(role.noun());
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void a_noun_that_is_made_can_be_removed_or_goes_with_its_owner(Noun noun) {
    Noun owner = noun.owner();

    assertThat(!noun.isMade() || noun.operation(Verb.DELETE).isPresent() || isRemovable(owner))
        .isTrue();
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void a_noun_is_told_apart_by_members_that_the_document_has(Noun noun) {
    if (noun.isListed()) {
      assertThat(names(noun.list().response().item())).contains(noun.key(), "name");
    }
    noun.operation(Verb.DELETE)
        .ifPresent(delete -> assertThat(asked(delete)).containsExactly(noun.argument()));
    if (noun.isMade()) {
      String answered = noun.answered();
      assertThat(answered == null ? asked(noun.create()) : names(noun.create().response()))
          .contains(answered == null ? noun.key() : answered);
    }
    if (noun.ownerArgument() != null) {
      assertThat(asked(noun.list())).contains(noun.ownerArgument());
    }
  }

  @Test
  void a_noun_that_nothing_lists_is_made_and_never_looked_for() {
    Noun token =
        Noun.of("guest token", "token", "token").withAnswered("token").withOwner(DataApps.NOUN);

    assertThat(token.isListed()).isFalse();
    assertThat(token.isSwept()).isFalse();
    assertThat(token.isAdministered()).isFalse();
    assertThat(Nouns.around(token)).isEqualTo(Nouns.around(Embeds.NOUN)).doesNotContain(token);
    assertThat(token.known(Json.object("token", "x"))).isEqualTo(Json.object("token", "x"));
  }

  private static boolean isRemovable(Noun owner) {
    return owner != null && owner.operation(Verb.DELETE).isPresent();
  }

  /** What an operation can be told in the recommended family, wherever it travels. */
  private static Set<String> asked(Operation operation) {
    Set<String> names = new TreeSet<>(operation.parameters(Family.KEBAB));
    names.addAll(names(operation.request(Family.KEBAB)));
    return names;
  }

  private static Set<String> names(Schema schema) {
    Set<String> names = new TreeSet<>();
    if (schema != null) {
      schema.members().stream().map(Member::name).forEach(names::add);
    }
    return names;
  }
}
