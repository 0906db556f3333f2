package dev.datamart.conformance.scene;

import dev.datamart.conformance.contract.Family;
import dev.datamart.conformance.contract.Operation;

/** Something seen in passing that another requirement forbids. */
public record Remark(String requirement, Operation operation, Family family, Finding finding) {}
