package dev.datamart.mock.domain;

import java.time.Instant;

/** A dashboard that people built in the product; the API only refers to it. */
public record Dashboard(String id, String name, Instant createdAt, Instant updatedAt)
    implements Keyed.Identified {}
