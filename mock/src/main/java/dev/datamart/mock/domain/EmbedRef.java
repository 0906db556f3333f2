package dev.datamart.mock.domain;

/** Where an embed stands: its data app and its identifier. */
public record EmbedRef(String dataAppName, String embedId) {}
