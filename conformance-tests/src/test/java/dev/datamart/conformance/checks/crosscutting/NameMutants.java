package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.RENAME_EMBED;

import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.function.UnaryOperator;

/** Servers that tidy names up. */
public final class NameMutants {
  private NameMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant("names of data apps are cut off", CREATE_DATA_APP, NameMutants::cut),
        mutant("long names of embeds are cut off", RENAME_EMBED, NameMutants::cut),
        mutant(
            "two blanks in a name of an embed are one",
            CREATE_EMBED,
            name -> name.replaceAll(" +", " ")),
        mutant(
            "names of keys lose what is not ASCII",
            CREATE_API_TOKEN,
            name -> name.replaceAll("[^ -~]", "?")));
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(200, name.length()));
  }

  private static Mutant mutant(String name, Operation naming, UnaryOperator<String> tidied) {
    return new Mutant(
        name,
        "NAMES-ARE-KEPT-AS-GIVEN",
        "is listed",
        () ->
            Faults.requests(
                ask -> ask.is(naming) && ask.arguments().has("name"),
                ask -> ask.argument("name", tidied.apply(ask.argument("name")))));
  }
}
