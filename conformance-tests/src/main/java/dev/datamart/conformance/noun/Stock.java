package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a valid call gets what it names. */
public interface Stock {
  /** A name that nothing has yet. */
  String unused();

  /** The key of one that is there, the same one whenever it is asked for. */
  String a(Noun noun);

  /** The name of the data app whose API token is used. */
  String ownDataApp();

  /** A metric, and an embed of that data app that shows it. */
  ObjectNode shownMetric();

  /** The same, published or not as it is now. */
  ObjectNode publication();

  /** A table of the datasource with its columns, as a request names it. */
  ObjectNode table();
}
