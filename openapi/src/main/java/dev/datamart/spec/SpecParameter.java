package dev.datamart.spec;

/**
 * A query parameter of an operation.
 *
 * @param name its name on the wire
 * @param required whether the operation refuses to work without it
 */
public record SpecParameter(String name, boolean required) {}
