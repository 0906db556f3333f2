package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Stock;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.function.Supplier;

/**
 * Names that nothing has, where a valid call would name what is there: for calls that are refused
 * before anything is looked up.
 */
record MadeUp(Supplier<String> names) implements Stock {
  @Override
  public String unused() {
    return names.get();
  }

  @Override
  public String a(Noun noun) {
    return unused();
  }

  @Override
  public String ownDataApp() {
    return unused();
  }

  @Override
  public ObjectNode shownMetric() {
    return Json.object("embedId", unused(), "metricId", unused());
  }

  @Override
  public ObjectNode publication() {
    return shownMetric().put("isPublished", true);
  }

  @Override
  public ObjectNode table() {
    return new Table("", unused(), List.of("id")).entry();
  }
}
