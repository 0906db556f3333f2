package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Json;

/** Embeds, each a part of the data app with whose API token it is made. */
public final class Embeds {
  public static final Noun NOUN =
      Noun.of("embed", "embedId", "embedId")
          .withAnswered("id")
          .withOwner(DataApps.NOUN)
          .withReference(new Noun.Reference(Datamarts.NOUN, "/accessSettings/datamartName"))
          .withPlace(new Noun.Place("embeds", "embedCount"));

  static final Role LIST = Role.list(NOUN);
  static final Role CREATE = Role.create(NOUN, Embeds::draft, EmbedItem::created);
  static final Role UPDATE =
      Role.change(
          NOUN, stock -> Json.object("accessSettings", settings(stock)), EmbedItem::updated);
  static final Role RENAME =
      Role.change(NOUN, stock -> Json.object("name", stock.unused()), EmbedItem::renamed);
  static final Role DELETE = Role.delete(NOUN);

  private Embeds() {}

  private static ObjectNode draft(Stock stock) {
    return Json.object(
        "dashboardId", stock.a(Dashboards.NOUN),
        "embedType", "dashboard",
        "workspaceName", stock.a(Workspaces.NOUN),
        "name", stock.unused(),
        "accessSettings", settings(stock));
  }

  private static ObjectNode settings(Stock stock) {
    return Json.object("datamartName", stock.a(Datamarts.NOUN));
  }
}
