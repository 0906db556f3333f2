package dev.datamart.spec;

import java.util.List;

/**
 * A JSON body of an operation.
 *
 * @param schema name of its schema in {@code components/schemas}
 * @param required whether it must be there
 * @param examples names of its examples in {@code components/examples}
 */
public record SpecBody(String schema, boolean required, List<String> examples) {}
