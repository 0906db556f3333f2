package dev.datamart.mock.domain;

/** What an embed shows: a whole dashboard or one metric. */
public enum EmbedType {
  DASHBOARD,
  METRIC
}
