package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Contract;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.spec.TokenNeed;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Tools put bodies together from the examples of single members: those work on the demo seed. */
@Timeout(60)
class DocumentedBodiesTest {

  static final List<Contract.Form> WITH_BODY =
      Contract.FORMS.stream().filter(form -> form.spelling().request() != null).toList();

  @ParameterizedTest
  @FieldSource("WITH_BODY")
  void a_body_of_the_examples_of_its_members_is_taken(Contract.Form form) {
    Tenant tenant = Tenant.demo();
    boolean isKeys = form.operation().need() == TokenNeed.DATA_APP;
    Caller caller = isKeys ? tenant.portal() : tenant.service();
    Object body = Contract.SPEC.sample(form.spelling()).body();

    Reply reply = caller.send(form.spelling().method(), form.spelling().path(), Bodies.json(body));

    assertThat(reply.status()).as(body + " " + reply.body()).isEqualTo(200);
  }
}
