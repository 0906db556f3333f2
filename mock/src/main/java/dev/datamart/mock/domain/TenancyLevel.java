package dev.datamart.mock.domain;

/** How a datamart tells the tenants of its owner apart: by rows of a table, or by database. */
public enum TenancyLevel {
  TABLE,
  DATABASE
}
