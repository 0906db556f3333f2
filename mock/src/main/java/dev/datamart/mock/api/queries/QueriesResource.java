package dev.datamart.mock.api.queries;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.MetricData.DataType;
import dev.datamart.mock.domain.MetricData.ResultColumn;
import dev.datamart.mock.domain.Organization;
import dev.datamart.spec.Problem;
import dev.datamart.stub.api.QueriesApi;
import dev.datamart.stub.model.QueryColumn;
import dev.datamart.stub.model.QueryMetadata;
import dev.datamart.stub.model.QueryMetricRequest;
import dev.datamart.stub.model.QueryMetricResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /data-app/query}. No query runs: the rows are those of {@link Rows}. */
public final class QueriesResource implements QueriesApi {

  /** Milliseconds that every query says it took. */
  private static final int TIME_TAKEN = 12;

  private static final BigDecimal COMPARED_WITH = new BigDecimal("0.8");

  @Override
  public QueryMetricResponse queryMetric(QueryMetricRequest body) {
    String embedId = Require.text(body.getEmbedId(), "embedId");
    String metricId = Require.text(body.getMetricId(), "metricId");
    String client = Require.text(body.getClientId(), "clientId");
    String datasource = Require.notEmpty(body.getDatasourceName(), "datasourceName");
    String datamart = Require.notEmpty(body.getDatamartName(), "datamartName");

    ApiCall call = ApiCall.current();
    Organization now = call.organization();
    Embed embed =
        Require.found(
            now.of(Kind.EMBED, call.dataApp()),
            embedId,
            Problem.QUERY_EMBED_UNKNOWN,
            "the data app has no embed");
    Metric metric = Require.shown(now, embed, metricId);
    if (datasource != null) {
      Require.found(now, Kind.DATASOURCE, datasource, Problem.DATASOURCE_UNKNOWN);
    }
    if (datamart != null) {
      Require.found(now, Kind.DATAMART, datamart, Problem.EMBED_DATAMART_UNKNOWN);
    }
    ResultColumns columns =
        ResultColumns.of(
            now,
            metric,
            now.workspaces().get(embed.workspaceName()),
            datamart == null ? embed.accessSettings().datamartName() : datamart);
    List<Filter> filters = new ArrayList<>(Filter.of(body.getDashboardFilter(), columns));
    filters.addAll(Filter.of(body.getMetricFilter(), columns));
    List<Map<String, Object>> rows = new Rows(metric, client, columns, filters).all();
    return answer(metric, columns, rows);
  }

  private static QueryMetricResponse answer(
      Metric metric, ResultColumns columns, List<Map<String, Object>> rows) {
    return new QueryMetricResponse()
        .data(rows)
        .timeTaken(TIME_TAKEN)
        .comparisonValue(metric.data().comparison() ? comparison(columns, rows) : null)
        .totalRecords(rows.size())
        .metaData(
            new QueryMetadata()
                .columns(columns.all().stream().map(QueriesResource::column).toList())
                .groupbyColumnList(
                    columns.all().stream()
                        .filter(column -> isGrouped(column.dataType()))
                        .map(ResultColumn::name)
                        .toList()))
        .metricid(metric.id());
  }

  private static QueryColumn column(ResultColumn column) {
    return new QueryColumn().name(column.name()).dataType(column.dataType().toString());
  }

  private static boolean isGrouped(DataType type) {
    return type == DataType.DATE || type == DataType.STRING;
  }

  /** Returns most of the sum of the first number column, as if of an earlier time. */
  private static @Nullable BigDecimal comparison(
      ResultColumns columns, List<Map<String, Object>> rows) {
    ResultColumn summed = columns.first(DataType.NUMBER);
    if (summed == null) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, Object> row : rows) {
      if (row.get(summed.name()) instanceof Number number) {
        sum = sum.add(new BigDecimal(number.toString()));
      }
    }
    return sum.multiply(COMPARED_WITH).setScale(0, RoundingMode.FLOOR);
  }
}
