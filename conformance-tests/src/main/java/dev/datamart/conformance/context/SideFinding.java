package dev.datamart.conformance.context;

import dev.datamart.conformance.contract.Family;
import dev.datamart.conformance.contract.Operation;

/** Something seen in passing that another requirement forbids. */
public record SideFinding(
    String requirement, Operation operation, Family family, Finding finding) {}
