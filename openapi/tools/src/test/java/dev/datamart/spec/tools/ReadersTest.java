package dev.datamart.spec.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.specmatic.conversions.OpenApiSpecification;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tools of the JVM read both documents without a complaint. */
@Timeout(120)
class ReadersTest {

  @ParameterizedTest
  @MethodSource("dev.datamart.spec.tools.Documents#both")
  void the_swagger_parser_has_nothing_to_say(Path document) {
    assertThat(new OpenAPIV3Parser().readLocation(document.toString(), null, null).getMessages())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.datamart.spec.tools.Documents#both")
  void specmatic_makes_scenarios_of_it(Path document) {
    assertThat(
            OpenApiSpecification.Companion.fromFile(document.toString()).toFeature().getScenarios())
        .hasSizeGreaterThan(100);
  }
}
