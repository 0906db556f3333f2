package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Contract;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.spec.TokenNeed;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Tools put bodies together from the examples of single members: those work on the demo seed. */
@Timeout(60)
class DocumentedBodiesTest {

  private static final OpenAPI DOCUMENT = document();

  static final List<Contract.Form> WITH_BODY =
      Contract.FORMS.stream().filter(form -> form.spelling().request() != null).toList();

  @ParameterizedTest
  @FieldSource("WITH_BODY")
  void a_body_of_the_examples_of_its_members_is_taken(Contract.Form form) {
    Tenant tenant = Tenant.demo();
    boolean isKeys = form.operation().need() == TokenNeed.DATA_APP;
    Caller caller = isKeys ? tenant.portal() : tenant.service();
    Object body =
        example(DOCUMENT.getComponents().getSchemas().get(form.spelling().request().id()));

    Reply reply = caller.send(form.spelling().method(), form.spelling().path(), Bodies.json(body));

    assertThat(reply.status()).as(body + " " + reply.body()).isEqualTo(200);
  }

  private static Object example(Schema<?> given) {
    Schema<?> schema = given;
    while (schema.get$ref() != null) {
      String pointer = schema.get$ref();
      schema =
          DOCUMENT
              .getComponents()
              .getSchemas()
              .get(pointer.substring(pointer.lastIndexOf('/') + 1));
    }
    if (schema.getProperties() != null) {
      Map<String, Object> body = new LinkedHashMap<>();
      schema.getProperties().forEach((name, member) -> body.put(name, example(member)));
      return body;
    }
    return schema.getItems() == null ? schema.getExample() : List.of(example(schema.getItems()));
  }

  private static OpenAPI document() {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    return new OpenAPIV3Parser()
        .readContents(Contract.SPEC.text(), List.of(), options)
        .getOpenAPI();
  }
}
