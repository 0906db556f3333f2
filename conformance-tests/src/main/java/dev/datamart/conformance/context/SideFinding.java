package dev.datamart.conformance.context;

import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;

/** Something seen in passing that another requirement forbids. */
public record SideFinding(
    String requirement, Operation operation, Family family, Finding finding) {}
