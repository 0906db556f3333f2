package dev.datamart.mock;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The packages of the mock in their order: the one place that says who may know whom. */
final class Layers {

  static final String ROOT = "dev.datamart.mock";

  /**
   * From the bottom up. A package may know those of the lines above its own, and none of its own
   * line; {@code api.*} stands for each group of operations, and the empty name for the root.
   */
  private static final List<List<String>> LINES =
      List.of(
          List.of("clock", "domain", "http", "memory", "operation", "problem", "text"),
          List.of("framing", "json", "seed", "store"),
          List.of("access"),
          List.of("api"),
          List.of("api.*"),
          List.of("groups"),
          List.of("seeds"),
          List.of("fault", "history", "migration"),
          List.of("journal"),
          List.of("world"),
          List.of("handle"),
          List.of("console", "jersey"),
          List.of("admin", "door"),
          List.of("grizzly"),
          List.of(""),
          List.of("cli"));

  private Layers() {}

  /** Returns the rule: no arrow leads up or sideways, and no package is without a place. */
  static ArchRule rule() {
    LayeredArchitecture rule = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : LINES.stream().flatMap(List::stream).map(Layers::full).toList()) {
      rule = rule.layer(name).definedBy(name);
    }
    Set<String> below = new LinkedHashSet<>();
    for (List<String> line : LINES) {
      String[] known = below.toArray(String[]::new);
      for (String name : line.stream().map(Layers::full).toList()) {
        LayeredArchitecture.LayerDependencySpecification layer = rule.whereLayer(name);
        rule = known.length == 0 ? layer.mayNotAccessAnyLayer() : layer.mayOnlyAccessLayers(known);
        below.add(name);
      }
    }
    return rule.ensureAllClassesAreContainedInArchitecture()
        .because("what can be read bottom-up can be understood one package at a time");
  }

  /** Returns the full name of a package. */
  static String full(String name) {
    return name.isEmpty() ? ROOT : ROOT + "." + name;
  }

  /** Returns the name of a package below the root. */
  static String below(String fullName) {
    return fullName.equals(ROOT) ? "" : fullName.substring(ROOT.length() + 1);
  }

  /** Returns whether a class of the one package may use one of the other. */
  static boolean mayKnow(String one, String other) {
    return one.equals(other) || line(one) > line(other);
  }

  private static int line(String name) {
    String entry = name.matches("api\\..*") ? "api.*" : name;
    for (int i = 0; i < LINES.size(); i++) {
      if (LINES.get(i).contains(entry)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no line for " + name);
  }
}
