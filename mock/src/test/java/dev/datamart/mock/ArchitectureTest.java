package dev.datamart.mock;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who may know whom; {@link ForbiddenArrowsTest} sees the rules red. */
class ArchitectureTest {

  static final Path MAIN = main();
  static final JavaClasses CODE = read(MAIN);

  static final ArchRule GROUPS_APART =
      slices()
          .matching(Layers.ROOT + ".api.(*)")
          .should()
          .notDependOnEachOther()
          .because("a group is added, changed and read without the others");

  static final ArchRule STUB_BEHIND_MAPPINGS =
      noClasses()
          .that(live("outside the mappings", home -> !maySeeStub(home)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.datamart.stub..")
          .because("a change of the generator must reach no further than the groups and the wire");

  static final ArchRule GRIZZLY_IN_ITS_ROOM =
      noClasses()
          .that(live("outside grizzly", home -> !home.equals("grizzly")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.glassfish.grizzly..")
          .because("the server can be exchanged without touching what it serves");

  static final ArchRule JERSEY_IN_ITS_ROOMS =
      noClasses()
          .that(live("outside jersey and admin", home -> !maySeeJersey(home)))
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.glassfish.jersey..", "jakarta.ws.rs.."))
          .because("a resource of the API is a plain function");

  @Test
  void no_arrow_leads_up_or_sideways() {
    Layers.rule().check(CODE);
  }

  @Test
  void packages_form_no_circle() {
    slices()
        .matching(Layers.ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("packages in a circle are one package")
        .check(CODE);
  }

  @Test
  void groups_of_operations_do_not_know_each_other() {
    GROUPS_APART.check(CODE);
  }

  @Test
  void generated_types_stop_at_the_mappings() {
    STUB_BEHIND_MAPPINGS.check(CODE);
  }

  @Test
  void libraries_of_the_server_stay_in_their_rooms() {
    GRIZZLY_IN_ITS_ROOM.check(CODE);
    JERSEY_IN_ITS_ROOMS.check(CODE);
  }

  @Test
  void the_domain_is_plain_java() {
    classes()
        .that()
        .resideInAPackage(Layers.ROOT + ".domain")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(Layers.ROOT + ".domain", "java..", "org.jspecify.."))
        .because("the state must be readable without knowing HTTP, JSON or a framework")
        .check(CODE);
  }

  @Test
  void the_rules_never_look_at_the_systems_clock() {
    noClasses()
        .that(live("of the domain or the API", home -> home.matches("domain|api(\\..*)?")))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .because("time and chance are handed in, so that a run can be repeated")
        .check(CODE);
  }

  @Test
  void the_api_knows_neither_sockets_nor_json() {
    noClasses()
        .that(live("of the API", home -> home.matches("api(\\..*)?")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("jakarta..", "org.glassfish..", "com.fasterxml.."))
        .because("rules in product words outlive the wire that carries them")
        .check(CODE);
  }

  @Test
  void the_deprecated_family_decides_nothing() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("LegacyResource")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                Layers.ROOT + ".problem", Layers.ROOT + ".domain", Layers.ROOT + ".store"))
        .because("both forms meet in one implementation, which alone refuses")
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

  static boolean maySeeStub(String home) {
    return home.matches("api\\..*|json|door");
  }

  static boolean maySeeJersey(String home) {
    return home.matches("jersey|admin");
  }

  /** Classes by the name of their package below the root. */
  private static DescribedPredicate<JavaClass> live(String where, Predicate<String> home) {
    return describe(where, type -> home.test(Layers.below(type.getPackageName())));
  }

  /** Reads classes; of those of libraries the names are enough, so their jars stay closed. */
  static JavaClasses read(Path... folders) {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter().importPaths(folders);
  }

  private static Path main() {
    try {
      return Path.of(MockServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
