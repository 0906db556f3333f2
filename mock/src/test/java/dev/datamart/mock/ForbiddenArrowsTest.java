package dev.datamart.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The architecture's rules notice what they forbid: each forbidden arrow is planted once. */
@Tag("thorough")
class ForbiddenArrowsTest {

  /** By package, the name of one type that others can use. */
  private static final Map<String, String> TYPES = types();

  @TempDir private Path folder;

  @Test
  void every_arrow_that_leads_up_or_sideways_is_red() {
    List<Arrow> forbidden = forbidden();

    String report = report(forbidden, Layers.rule(), ArchitectureTest.GROUPS_APART);

    assertThat(forbidden).filteredOn(arrow -> !arrow.isIn(report)).isEmpty();
    assertThat(forbidden)
        .extracting(Arrow::toString)
        .contains(
            "journal -> door",
            "seed -> door",
            "admin -> door",
            "store -> admin",
            "fault -> migration",
            "domain -> api",
            "api -> grizzly",
            "api.embeds -> api.datamarts",
            "handle -> admin",
            "door -> admin",
            "door -> grizzly");
  }

  @Test
  void a_package_without_a_place_is_red() {
    Arrow unplaced = new Arrow("sideroom", "the domain", TYPES.get("domain"));

    assertThat(report(List.of(unplaced), Layers.rule())).contains("sideroom.PlantedFor_");
  }

  @Test
  void generated_models_outside_the_mappings_are_red() {
    List<Arrow> arrows =
        from(ArchitectureTest::maySeeStub, "dev.datamart.stub.model.ErrorResponse");

    String report = report(arrows, ArchitectureTest.STUB_BEHIND_MAPPINGS);

    assertThat(arrows).isNotEmpty().allMatch(arrow -> arrow.isIn(report));
  }

  @Test
  void libraries_out_of_their_rooms_are_red() {
    List<Arrow> grizzly = from("grizzly"::equals, "org.glassfish.grizzly.http.server.Request");
    List<Arrow> jersey =
        from(ArchitectureTest::maySeeJersey, "org.glassfish.jersey.server.ResourceConfig");

    String report =
        report(
            Stream.concat(grizzly.stream(), jersey.stream()).toList(),
            ArchitectureTest.GRIZZLY_IN_ITS_ROOM,
            ArchitectureTest.JERSEY_IN_ITS_ROOMS);

    assertThat(grizzly).isNotEmpty().allMatch(arrow -> arrow.isIn(report));
    assertThat(jersey).isNotEmpty().allMatch(arrow -> arrow.isIn(report));
  }

  private static List<Arrow> forbidden() {
    List<Arrow> forbidden = new ArrayList<>();
    for (String from : TYPES.keySet()) {
      for (Map.Entry<String, String> to : TYPES.entrySet()) {
        if (!Layers.mayKnow(from, to.getKey())) {
          forbidden.add(new Arrow(from, to.getKey(), to.getValue()));
        }
      }
    }
    return forbidden;
  }

  /** Returns arrows to a type from every package but those that may know it. */
  private static List<Arrow> from(Predicate<String> may, String type) {
    return TYPES.keySet().stream()
        .filter(may.negate())
        .map(from -> new Arrow(from, type, type))
        .toList();
  }

  /** Returns all that the rules say of the mock with those classes in it. */
  private String report(List<Arrow> planted, ArchRule... rules) {
    Arrow.plant(planted, folder);
    JavaClasses all = ArchitectureTest.read(ArchitectureTest.MAIN, folder);
    return Stream.of(rules)
        .flatMap(rule -> rule.evaluate(all).getFailureReport().getDetails().stream())
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> types() {
    Map<String, String> types = new TreeMap<>();
    for (JavaClass type : ArchitectureTest.CODE) {
      if (type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)) {
        types.putIfAbsent(Layers.below(type.getPackageName()), type.getName());
      }
    }
    return types;
  }
}
