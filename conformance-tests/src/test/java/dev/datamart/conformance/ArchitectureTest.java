package dev.datamart.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may know whom; each rule is tried with imports that it forbids. */
@Tag("thorough")
class ArchitectureTest {
  private static final String ROOT = "dev.datamart.conformance.";

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.datamart.conformance")
          .that(not(simpleName("package-info")));

  /**
   * The packages from the bottom up. Each may know those of the lines above its own here, so that
   * there is no circle, and what shares a line does not know each other. The groups of checks are
   * whatever is found in {@code checks}.
   */
  private static final List<List<String>> BOTTOM_UP =
      List.of(
          List.of("contract"),
          List.of("wire"),
          List.of("noun"),
          List.of("model"),
          List.of("context"),
          List.of("requirement"),
          List.of("shape", "checks.shared"),
          groups(),
          List.of("checks", "run"),
          List.of("report"),
          List.of("cli"),
          List.of("junit"));

  private static List<String> groups() {
    return CODE.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith(ROOT + "checks.") && !name.endsWith(".shared"))
        .map(name -> name.substring(ROOT.length()))
        .distinct()
        .sorted()
        .toList();
  }

  private static LayeredArchitecture order() {
    LayeredArchitecture order =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitecture();
    List<String> higher = new ArrayList<>(BOTTOM_UP.stream().flatMap(List::stream).toList());
    for (String name : List.copyOf(higher)) {
      order = order.layer(name).definedBy(ROOT + name);
    }
    for (List<String> line : BOTTOM_UP) {
      higher.removeAll(line);
      for (String name : line) {
        var layer = order.whereLayer(name);
        order =
            higher.isEmpty()
                ? layer.mayNotBeAccessedByAnyLayer()
                : layer.mayOnlyBeAccessedByLayers(higher.toArray(String[]::new));
      }
    }
    return order;
  }

  @Test
  void the_packages_stand_in_one_order() {
    order()
        .because("what can be read bottom-up can be understood one package at a time")
        .check(CODE);
  }

  private static final ArchRule STRANGERS_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.datamart.mock..", "dev.datamart.client..", "dev.datamart.stub..")
          .because("the suite must be able to check a stranger");

  @Test
  void main_code_knows_http_and_the_contract_and_no_server() {
    STRANGERS_ONLY.check(CODE);
  }

  private static final ArchRule NO_DOCUMENT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.datamart.spec.ContractSpec")
          .because("reading the document costs a second; what follows from it is generated");

  @Test
  void the_contracts_document_is_not_read_at_the_start() {
    NO_DOCUMENT.check(CODE);
  }

  private static final ArchRule JUNIT_ASIDE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "junit")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.junit..")
          .because("the program does not carry it");

  @Test
  void only_the_junit_class_knows_junit() {
    JUNIT_ASIDE.check(CODE);
  }

  @Test
  void every_import_between_two_packages_is_red_unless_it_points_down(@TempDir Path dir) {
    List<String> names = BOTTOM_UP.stream().flatMap(List::stream).toList();
    PlantedClasses planted = new PlantedClasses(dir);
    for (String from : names) {
      planted.add(ROOT + from, "Known", "Object");
      names.forEach(to -> planted.add(ROOT + from, user(to), ROOT + to + ".Known"));
    }

    String red = red(order().withOptionalLayers(true), planted);

    for (String from : names) {
      assertThat(names)
          .as("what " + from + " may know")
          .filteredOn(to -> !red.contains(ROOT + from + "." + user(to) + "."))
          .containsExactlyElementsOf(belowOrSame(from));
    }
  }

  private static List<String> belowOrSame(String name) {
    Stream<List<String>> below = BOTTOM_UP.stream().takeWhile(line -> !line.contains(name));
    return Stream.concat(below.flatMap(List::stream), Stream.of(name)).toList();
  }

  private static String user(String name) {
    return "Knows_" + name.replace('.', '_');
  }

  @Test
  void a_package_that_nobody_has_put_in_its_place_is_red(@TempDir Path dir) {
    PlantedClasses planted = new PlantedClasses(dir);
    planted.add(ROOT + "attic", "Lost", "Object");
    planted.add(ROOT + "wire", "InPlace", "Object");

    assertThat(red(order().withOptionalLayers(true), planted))
        .contains("attic.Lost")
        .doesNotContain("wire.InPlace");
  }

  @Test
  void what_is_not_the_suites_to_know_is_red(@TempDir Path dir) {
    PlantedClasses planted = new PlantedClasses(dir);
    planted.add(ROOT + "cli", "KnowsMock", "dev.datamart.mock.MockServer");
    planted.add(ROOT + "report", "KnowsDocument", "dev.datamart.spec.ContractSpec");
    planted.add(ROOT + "run", "KnowsJunit", "org.junit.jupiter.api.Test");
    planted.add(ROOT + "junit", "MayKnowJunit", "org.junit.jupiter.api.Test");

    assertThat(red(STRANGERS_ONLY, planted)).contains("KnowsMock").hasLineCount(1);
    assertThat(red(NO_DOCUMENT, planted)).contains("KnowsDocument").hasLineCount(1);
    assertThat(red(JUNIT_ASIDE, planted)).contains("KnowsJunit").hasLineCount(1);
  }

  private static String red(ArchRule rule, PlantedClasses planted) {
    return String.join("\n", rule.evaluate(planted.compiled()).getFailureReport().getDetails());
  }
}
