package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One dashboard or metric of a workspace, exposed through a data app.
 *
 * @param metricId given for a metric embed, null for a dashboard embed
 */
@RecordBuilder
public record Embed(
    String id,
    EmbedType type,
    String name,
    String dataAppName,
    String workspaceName,
    String dashboardId,
    @Nullable String metricId,
    AccessSettings accessSettings,
    Instant createdAt,
    Instant updatedAt)
    implements Keyed.Identified {

  public Embed {
    requireNonNull(id, "id");
    requireNonNull(type, "type");
    requireNonNull(name, "name");
    requireNonNull(dataAppName, "dataAppName");
    requireNonNull(accessSettings, "accessSettings");
  }

  /** Returns the embed with another name and other settings, changed at that moment. */
  public Embed changed(String newName, AccessSettings newSettings, Instant now) {
    return EmbedBuilder.builder(this)
        .name(newName)
        .accessSettings(newSettings)
        .updatedAt(now)
        .build();
  }
}
