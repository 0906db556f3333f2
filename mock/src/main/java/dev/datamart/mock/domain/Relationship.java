package dev.datamart.mock.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A join between two tables of one datamart.
 *
 * @param cardinality one of {@link #CARDINALITIES}; null where none was chosen
 * @param join one of {@link #JOINS}; null where none was chosen
 */
public record Relationship(
    String parentTableName,
    String parentColumnName,
    String childTableName,
    String childColumnName,
    String relationshipName,
    @Nullable String cardinality,
    @Nullable String join) {

  public static final List<String> CARDINALITIES =
      List.of("OneToOne", "OneToMany", "ManyToOne", "ManyToMany");

  public static final List<String> JOINS =
      List.of("INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");
}
