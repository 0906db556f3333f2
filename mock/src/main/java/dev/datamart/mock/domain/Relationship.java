package dev.datamart.mock.domain;

/**
 * A join between two tables of one datamart.
 *
 * @param cardinality {@code OneToOne}, {@code OneToMany}, {@code ManyToOne} or {@code ManyToMany}
 * @param join {@code INNER JOIN}, {@code LEFT JOIN}, {@code RIGHT JOIN} or {@code FULL JOIN}
 */
public record Relationship(
    String parentTableName,
    String parentColumnName,
    String childTableName,
    String childColumnName,
    String relationshipName,
    String cardinality,
    String join) {}
