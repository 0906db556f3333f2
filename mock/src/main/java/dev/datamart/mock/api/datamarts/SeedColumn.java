package dev.datamart.mock.api.datamarts;

import dev.datamart.stub.model.ColumnDefinition;
import org.jspecify.annotations.Nullable;

/** A column as a seed says it: with what no request can say. */
final class SeedColumn extends ColumnDefinition {

  /** Another than the datasource has. */
  final @Nullable String datatype;

  final boolean isApplyTimezone;

  SeedColumn(@Nullable String datatype, boolean isApplyTimezone) {
    this.datatype = datatype;
    this.isApplyTimezone = isApplyTimezone;
  }
}
