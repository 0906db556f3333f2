package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an embed shows and allows.
 *
 * @param datamartName the datamart it reads; only a metric embed may do without
 * @param metricCreationMode one of {@link #METRIC_CREATION_MODES}
 * @param joinModel one of {@link #JOIN_MODELS}, where one was given
 */
public record AccessSettings(
    @Nullable String datamartName,
    Set<AccessFlag> allowed,
    String metricCreationMode,
    @Nullable String joinModel,
    List<TableTenancy> tableTenancySettings) {

  /** The modes; an embed that names none has the first. */
  public static final List<String> METRIC_CREATION_MODES = List.of("DRAG_DROP", "CHAT");

  public static final List<String> JOIN_MODELS = List.of("single", "multi");

  public AccessSettings {
    // In their order, so that what is written of them is always the same.
    allowed = allowed.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(allowed));
    requireNonNull(metricCreationMode, "metricCreationMode");
    tableTenancySettings = List.copyOf(tableTenancySettings);
  }

  /** Returns the settings of an embed that reads that datamart and was given no others. */
  public static AccessSettings onto(@Nullable String datamartName) {
    return new AccessSettings(
        datamartName, Set.of(), METRIC_CREATION_MODES.get(0), null, List.of());
  }
}
