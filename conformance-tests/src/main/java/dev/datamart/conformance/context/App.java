package dev.datamart.conformance.context;

/**
 * A data app with one of its API keys.
 *
 * @param name empty when the key was given to the run, since nothing tells whose key it is
 */
public record App(String name, String key) {}
