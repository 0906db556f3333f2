package dev.datamart.mock.domain;

import org.jspecify.annotations.Nullable;

/**
 * A join between two tables of one datamart.
 *
 * @param cardinality {@code OneToOne}, {@code OneToMany}, {@code ManyToOne} or {@code ManyToMany};
 *     null where none was chosen
 * @param join {@code INNER JOIN}, {@code LEFT JOIN}, {@code RIGHT JOIN} or {@code FULL JOIN}; null
 *     where none was chosen
 */
public record Relationship(
    String parentTableName,
    String parentColumnName,
    String childTableName,
    String childColumnName,
    String relationshipName,
    @Nullable String cardinality,
    @Nullable String join) {}
