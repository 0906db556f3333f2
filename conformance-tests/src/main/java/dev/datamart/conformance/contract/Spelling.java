package dev.datamart.conformance.contract;

/**
 * One operation in one family.
 *
 * @param path below the base URL, beginning with {@code /api/v2}
 * @param query whether arguments travel in the query rather than in a JSON body
 */
public record Spelling(String method, String path, boolean query) {}
