package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Family;
import java.util.List;

/** Servers whose families drift apart. */
public final class FamilyMutants {
  private FamilyMutants() {}

  public static List<Mutant> all() {
    return List.of(
        new Mutant(
            "the verb list leaves relationships out",
            "LEGACY-LISTS-THE-SAME",
            "the same items",
            () ->
                (ask, up) -> {
                  Reply reply = up.send(ask);
                  return ask.is(LIST_DATAMARTS, Family.VERB)
                      ? reply.edited(
                          body ->
                              body.path("data")
                                  .forEach(
                                      item -> ((ObjectNode) item).remove("datamartRelationships")))
                      : reply;
                }),
        new Mutant(
            "the verb lists are not paged",
            "LEGACY-LISTS-THE-SAME",
            "isPagination",
            () ->
                Faults.requests(
                    ask -> ask.is(LIST_EMBEDS, Family.VERB),
                    ask -> ask.argument("isPagination", false))),
        new Mutant(
            "the mirror always expands",
            "LEGACY-LISTS-THE-SAME",
            "expandDetails",
            () ->
                Faults.requests(
                    ask -> ask.is(LIST_DATAMARTS, Family.CAMEL),
                    ask -> ask.argument("expandDetails", true))),
        new Mutant(
            "a mirror shows data apps without embeds",
            "LEGACY-LISTS-THE-SAME",
            "the same items",
            () ->
                Faults.answers(
                    (ask, r) -> r.ok() && ask.is(LIST_DATA_APPS, Family.CAMEL),
                    r ->
                        r.edited(
                            b ->
                                b.path("data")
                                    .forEach(item -> ((ObjectNode) item).putArray("embeds"))))),
        new Mutant(
            "the verb family answers another id",
            "LEGACY-ANSWERS-THE-SAME",
            "the datamartName given",
            () ->
                Faults.answers(
                    (ask, r) -> r.ok() && ask.is(DELETE_DATAMART, Family.VERB),
                    r -> r.edited(b -> b.put("id", "deleted")))),
        new Mutant(
            "the mirror has codes of its own",
            "LEGACY-ANSWERS-THE-SAME",
            "as the kebab form",
            () ->
                Faults.answers(
                    (ask, r) ->
                        r.status() == 400 && ask.family().filter(Family.CAMEL::equals).isPresent(),
                    r -> r.edited(b -> ((ObjectNode) b.get("error")).put("code", "BAD_REQUEST")))),
        new Mutant(
            "the verb family leaves error out",
            "LEGACY-ANSWERS-THE-SAME",
            "as the kebab form",
            () ->
                Faults.answers(
                    (ask, r) -> r.ok() && ask.is(CREATE_EMBED, Family.VERB),
                    r -> r.edited(b -> b.remove("error")))));
  }
}
