package dev.datamart.mock.api.metrics;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.spec.Problem;
import dev.datamart.stub.api.MetricsApi;
import dev.datamart.stub.api.MetricsLegacyApi;
import dev.datamart.stub.model.EmbedMetricItem;
import dev.datamart.stub.model.ListMetricsLegacyRequest;
import dev.datamart.stub.model.ListMetricsResponse;
import dev.datamart.stub.model.PublishMetricRequest;
import dev.datamart.stub.model.PublishMetricResponse;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code /data-app/metrics}. */
public final class MetricsResource implements MetricsApi {

  @Override
  public ListMetricsResponse listMetrics(
      String embedId,
      String clientId,
      String isPagination,
      String pageNumber,
      String isMetric,
      @Nullable String userIdentifier) {
    return list(
        embedId,
        clientId,
        Page.ofQuery(isPagination, pageNumber),
        "true".equals(isMetric),
        userIdentifier);
  }

  private static ListMetricsResponse list(
      @Nullable String embedId,
      @Nullable String clientId,
      Page page,
      boolean isMetric,
      @Nullable String userIdentifier) {
    String id = Require.text(embedId, "embedId");
    // All that there is to see is shared, so that every client sees the same.
    Require.text(clientId, "clientId");
    Require.notEmpty(userIdentifier, "userIdentifier");
    ApiCall call = ApiCall.current();
    return new ListMetricsResponse()
        .data(
            call.read(
                now ->
                    page
                        .of(
                            now
                                .metricsOf(
                                    find(now, call.dataApp(), id, Problem.EMBED_PARAM_UNKNOWN))
                                .stream()
                                .filter(metric -> !isMetric || !metric.isElement())
                                // No end user has made one.
                                .filter(metric -> userIdentifier == null)
                                .toList())
                        .stream()
                        .map(MetricsResource::item)
                        .toList()));
  }

  @Override
  public PublishMetricResponse publishMetric(PublishMetricRequest body) {
    ApiCall call = ApiCall.current();
    String embedId = Require.text(body.getEmbedId(), "embedId");
    String metricId = Require.text(body.getMetricId(), "metricId");
    boolean isPublished = Require.value(body.getIsPublished(), "isPublished");
    call.change(publish(call.dataApp(), embedId, metricId, isPublished));
    return new PublishMetricResponse().id(metricId);
  }

  private static UnaryOperator<Organization> publish(
      String dataApp, String embedId, String metricId, boolean isPublished) {
    return before -> {
      Embed embed = find(before, dataApp, embedId, Problem.EMBED_ID_UNKNOWN);
      Metric metric = Require.shown(before, embed, metricId);
      Workspace workspace = requireNonNull(before.workspaces().get(embed.workspaceName()));
      return metric.isPublished() == isPublished
          ? before
          : before.with(
              workspace.withMetrics(workspace.metrics().with(metric.published(isPublished))));
    };
  }

  private static Embed find(Organization in, String dataApp, String id, Problem otherwise) {
    return Require.found(in.of(Kind.EMBED, dataApp), id, otherwise, "the data app has no embed");
  }

  private static EmbedMetricItem item(Metric metric) {
    return new EmbedMetricItem()
        .id(metric.externalMetricId())
        .name(metric.name())
        .metricId(metric.id())
        .isPublished(metric.isPublished());
  }

  /** {@code POST} at the same paths. */
  @SuppressWarnings("deprecation") // To serve what is deprecated is what this class is for.
  public static final class LegacyResource implements MetricsLegacyApi {

    @Override
    public ListMetricsResponse listMetricsLegacy(ListMetricsLegacyRequest body) {
      return list(
          body.getEmbedId(),
          body.getClientId(),
          Page.ofBody(body.getIsPagination(), body.getPageNumber()),
          Boolean.TRUE.equals(body.getIsMetric()),
          body.getUserIdentifier());
    }

    @Override
    public ListMetricsResponse listMetricsLegacyAlias(ListMetricsLegacyRequest body) {
      return listMetricsLegacy(body);
    }
  }
}
