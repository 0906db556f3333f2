package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.shared.RefusalTemplates.ofOthers;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.required;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.taken;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.unknown;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import dev.datamart.conformance.checks.shared.Strangers;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;

/** What requests that create or update a datamart need, and which names may be in them. */
final class DatamartBodyChecks {
  private DatamartBodyChecks() {}

  static List<Requirement> all() {
    return List.of(
        create("NAME-IS-REQUIRED", "Creating a datamart needs a name that is a non-empty text.")
            .as(required("name")),
        create("DATASOURCE-IS-REQUIRED", "Creating a datamart needs a datasourceName, a text.")
            .as(required("datasourceName")),
        create("TABLES-ARE-REQUIRED", "Creating a datamart needs a tableList, a list.")
            .as(required("tableList")),
        create("DATASOURCE-MUST-EXIST", "A datamart over an unknown datasource is refused.")
            .as(unknown("datasourceName", Problem.DATASOURCE_UNKNOWN)),
        create(
                "DATASOURCE-OF-OTHERS-IS-UNKNOWN",
                "A datamart over a stranger's datasource is refused.")
            .as(
                ofOthers(
                    "datasourceName",
                    Problem.DATASOURCE_UNKNOWN,
                    s -> Strangers.nameIn(s, Operation.LIST_DATASOURCES))),
        create("NAME-MUST-BE-FREE", "A datamart name that is taken is refused.")
            .as(taken("name", Problem.DATAMART_EXISTS, s -> s.given().datamart())),
        create("NAME-OF-OTHERS-IS-FREE", "A datamart name that another organization has is free.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .hint("Names of datamarts are unique in an organization, not among all of them.")
            .check(s -> DatamartChecks.make(s, s.given().otherDatamart(s.unused()))),
        create("NAME-IS-CASE-SENSITIVE", "Names that differ in case only are two names.")
            .hint("Compare names letter by letter; a collation of a database may fold case.")
            .check(DatamartBodyChecks::caseSensitive),
        docs("DM-UPDATE-NAME-IS-REQUIRED", "Updating a datamart needs datamartName, a text.")
            .as(required("datamartName")),
        docs("DM-UPDATE-UNKNOWN-IS-REFUSED", "Updating a datamart that does not exist is refused.")
            .as(unknown("datamartName", Problem.DATAMART_NOT_FOUND)));
  }

  private static RequirementBuilder create(String id, String sentence) {
    return docs("DM-CREATE-" + id, sentence);
  }

  private static void caseSensitive(CheckContext s) {
    String lower = s.given().datamart(s.unused() + "-case");
    String upper = lower.replace("-case", "-CASE");

    s.expect(s.send(s.call(Operation.CREATE_DATAMART).arguments(s.given().datamartDraft(upper))))
        .succeeds();

    s.demand(
        s.datamarts().keySet().containsAll(List.of(lower, upper)),
        "both are listed",
        "they are not");
  }
}
