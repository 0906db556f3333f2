package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Json;
import java.util.List;

/** Datamarts. */
public final class Datamarts {
  public static final Noun NOUN = Noun.of("datamart", "name", "datamartName");

  /** What a list leaves out without details. */
  public static final List<String> DETAILS = List.of("datamartTables", "datamartRelationships");

  static final Role LIST = Role.list(NOUN);
  static final Role CREATE = Role.create(NOUN, Datamarts::draft, DatamartItem::created);
  static final Role UPDATE =
      Role.change(
          NOUN,
          stock -> Json.object("tableList", Json.array(stock.table())),
          DatamartItem::updated);
  static final Role DELETE = Role.delete(NOUN);

  private Datamarts() {}

  private static ObjectNode draft(Stock stock) {
    return Json.object(
        "name", stock.unused(),
        "datasourceName", stock.a(Datasources.NOUN),
        "tableList", Json.array(stock.table()));
  }
}
