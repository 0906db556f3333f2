package dev.datamart.mock.domain;

/** A metric that people built in the product; the API only refers to it. */
public record Metric(String id, String name) implements Keyed.Identified {}
