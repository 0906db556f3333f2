package dev.datamart.mock;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {

  private static final String ROOT = "dev.datamart.mock";
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void the_domain_is_plain_java() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".domain..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                ROOT + ".domain..", "java..", "org.pcollections..", "org.jspecify.."))
        .because("the state must be readable without knowing HTTP, JSON or a framework")
        .check(CODE);
  }

  @Test
  void the_domain_never_looks_at_the_systems_clock() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".domain..", ROOT + ".service..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .because("time and chance are handed in, so that a run can be repeated")
        .check(CODE);
  }

  @Test
  void the_catalogue_of_problems_is_a_leaf() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".problem..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(ROOT + ".problem..", "java..", "org.jspecify.."))
        .because("everybody may name a situation, and naming one must drag nothing along")
        .check(CODE);
  }

  @Test
  void services_know_neither_http_nor_json() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".service..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                ROOT + ".http..",
                ROOT + ".admin..",
                ROOT + ".seed..",
                "jakarta..",
                "org.glassfish..",
                "com.fasterxml.."))
        .because("rules in product words outlive the wire that carries them")
        .check(CODE);
  }

  @Test
  void generated_types_stop_at_the_doors() {
    noClasses()
        .that(not(resideInAPackage(ROOT + ".http..")))
        .should()
        .dependOnClassesThat(resideInAPackage("dev.datamart.stub.."))
        .because("a change of the generator must not reach the rules")
        .check(CODE);
  }

  @Test
  void the_deprecated_family_decides_nothing() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".http.legacy..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + ".problem..", ROOT + ".domain..", ROOT + ".store.."))
        .because("both forms meet in one implementation, which alone refuses")
        .check(CODE);
  }

  @Test
  void grizzly_and_jersey_stay_behind_the_doors() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + ".http..", ROOT + ".admin..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.glassfish..", "jakarta.ws.rs.."))
        .because("the server can be exchanged without touching what it serves")
        .check(CODE);
  }

  @Test
  void the_doors_of_the_api_know_nothing_of_the_control_plane() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".http.rest..", ROOT + ".http.legacy..", ROOT + ".http.mapping..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + ".admin..", ROOT + ".fault..", ROOT + ".journal.."))
        .because("the API answers the same with and without the mock's own features")
        .check(CODE);
  }

  @Test
  void nothing_knows_the_client() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.datamart.client..", "dev.datamart.conformance.."))
        .because("the mock is what they are tried on")
        .check(CODE);
  }

  @Test
  void the_contracts_document_is_not_needed_to_answer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveSimpleName("ContractSpec")
        .because("reading it would cost a second at every start; what follows from it is generated")
        .check(CODE);
  }

  @Test
  void the_lower_layers_have_no_cycles() {
    JavaClasses lower =
        CODE.that(
            resideInAnyPackage(
                ROOT + ".domain..",
                ROOT + ".problem..",
                ROOT + ".clock..",
                ROOT + ".store..",
                ROOT + ".access..",
                ROOT + ".service..",
                ROOT + ".operation.."));

    slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("what can be read bottom-up can be understood one package at a time")
        .check(lower);
  }
}
