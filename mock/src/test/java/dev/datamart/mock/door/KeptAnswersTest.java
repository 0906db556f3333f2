package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer that is kept for equal questions is never given to another one. */
@Timeout(30)
class KeptAnswersTest {

  private static final String EMBEDS = "/data-app/embeds";
  private static final String LIST = "/data-app/datamarts?expandDetails=false";

  private final Tenant own = Tenant.demo();

  @Test
  void a_change_is_seen_by_the_next_question() {
    String before = own.service().get(LIST).body();

    own.service().post("/data-app/datamarts", Bodies.datamart("fresh"));
    String with = own.service().get(LIST).body();
    own.service().delete("/data-app/datamart?datamartName=fresh");

    assertThat(with).contains("\"fresh\"");
    assertThat(own.service().get(LIST).body()).isEqualTo(before);
  }

  @Test
  void each_data_app_has_its_own_answer() {
    Caller partner = own.as(own.key("partner-portal"));
    String portals = own.portal().get(EMBEDS).body();

    assertThat(partner.get(EMBEDS).body()).isNotEqualTo(portals).contains("partner-portal");
    assertThat(own.portal().get(EMBEDS).body()).isEqualTo(portals);
  }

  @Test
  void what_is_odd_about_a_question_is_noticed_every_time() {
    own.service().get("/data-app/datamarts?colour=red");
    own.service().get("/data-app/datamarts?colour=red");

    assertThat(own.journal("&operation=listDatamarts"))
        .hasSize(2)
        .allSatisfy(
            exchange -> assertThat(exchange.path("warnings").toString()).contains("colour"));
  }

  @Test
  void a_dead_token_gets_no_kept_answer() {
    String key = own.key("partner-portal");
    own.as(key).get(EMBEDS);

    own.service().delete("/data-app?name=partner-portal");

    assertThat(own.as(key).get(EMBEDS).status()).isEqualTo(401);
  }
}
