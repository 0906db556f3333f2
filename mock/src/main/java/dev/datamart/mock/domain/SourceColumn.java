package dev.datamart.mock.domain;

/** A column as the datasource's cached schema has it. */
public record SourceColumn(String name, String dataType) {}
