package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.spec.Operation.LIST_API_TOKENS;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;

import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import java.util.List;
import java.util.function.UnaryOperator;

/** Servers that read numbers of pages badly, or put what is on them in another order. */
public final class PageNumberMutants {
  private PageNumberMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "there is no page beyond the ninth",
            "EMBEDS-HOLD-TEN",
            "page 10 of 101",
            Faults.answers(
                (ask, r) -> ask.is(LIST_EMBEDS) && ask.argument("pageNumber").length() > 1,
                r -> Reply.json(200, "data", List.of(), "error", null))),
        mutant(
            "of a page number the first digit counts",
            "PAST-THE-END-IS-EMPTY",
            "an empty list as page 10",
            numbered(text -> text.substring(0, 1))),
        mutant(
            "page numbers are counted in four bytes",
            "PAST-THE-END-IS-EMPTY",
            "page 4294967297",
            numbered(text -> String.valueOf((int) Long.parseLong(text)))),
        mutant(
            "a number with a letter behind it is a page",
            "NUMBER-IS-CHECKED",
            "400",
            numbered(text -> text.replaceAll("(\\d)x", "$1"))),
        mutant(
            "a number with a letter before it is a page",
            "NUMBER-IS-CHECKED",
            "400",
            numbered(text -> text.replaceAll("x(\\d)", "$1"))),
        mutant(
            "1.0 is no number of a page",
            "NUMBER-MAY-HAVE-A-ZERO-FRACTION",
            "200",
            (ask, up) ->
                ask.argument("pageNumber").equals("1.0")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "Invalid pagination parameters")
                    : up.send(ask)),
        mutant(
            "keys are listed newest first",
            "TOKENS-KEEP-ORDER",
            "order of their making",
            Faults.edits(LIST_API_TOKENS, PagingMutants::reversed)),
        mutant(
            "data apps are listed by name",
            "DATA-APPS-KEEP-ORDER",
            "order of their making",
            PagingMutants.recut(LIST_DATA_APPS, 10, PagingMutants::byName)));
  }

  /** Reads another number of a page, where one was given as digits or text. */
  private static Fault numbered(UnaryOperator<String> read) {
    return Faults.requests(
        ask -> ask.argument("pageNumber").matches("x?\\d+x?"),
        ask -> number(ask, read.apply(ask.argument("pageNumber"))));
  }

  private static Ask number(Ask ask, String number) {
    boolean isDigits = number.matches("-?\\d+");
    return ask.body().isBlank() || !isDigits
        ? ask.argument("pageNumber", number)
        : ask.argument("pageNumber", Long.parseLong(number));
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "PAGE-" + id, sentence, () -> fault);
  }
}
