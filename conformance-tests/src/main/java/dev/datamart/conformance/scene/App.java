package dev.datamart.conformance.scene;

/** A data app with one of its API keys. */
public record App(String name, String key) {}
