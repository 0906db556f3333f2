package dev.datamart.spec;

/**
 * One row of the catalogue of error situations.
 *
 * @param id name of the situation, such as {@code DATAMART_NOT_FOUND}
 * @param status HTTP status
 * @param code value of {@code error.code}; several rows can share one
 * @param message value of {@code error.message}; <code>{member}</code> stands for a name
 * @param when the situation, in one or two sentences
 */
public record SpecProblem(String id, int status, String code, String message, String when) {}
