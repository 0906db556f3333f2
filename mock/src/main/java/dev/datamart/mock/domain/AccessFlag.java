package dev.datamart.mock.domain;

/** What an embed allows its viewer to do; each is off unless it was switched on. */
public enum AccessFlag {
  AI_PILOT("isAllowAiPilot"),
  EMAIL_REPORTS("isAllowEmailReports"),
  MANAGE_METRICS("isAllowManageMetrics"),
  CREATE_DASHBOARD_VIEW("isAllowCreateDashboardView"),
  METRIC_CREATION("isAllowMetricCreation"),
  METRIC_DELETION("isAllowMetricDeletion"),
  METRIC_LAYOUT_CHANGE("isAllowMetricLayoutChange"),
  METRIC_UPDATE("isAllowMetricUpdate"),
  UNDERLYING_DATA("isAllowUnderlyingData");

  private final String member;

  AccessFlag(String member) {
    this.member = member;
  }

  /** Returns the name of the JSON member that carries it. */
  @Override
  public String toString() {
    return member;
  }
}
