package dev.datamart.mock.console;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.world.MockOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** How the console looks, and what it keeps to itself. */
@Tag("thorough")
class ConsoleLooksTest extends InTheConsole {

  private static final List<String> VIEWS =
      List.of("state", "journal", "faults", "rewind", "migration", "clock", "contract");

  @Test
  void colours_follow_the_system() {
    List<Integer> light = brightness("light");
    List<Integer> dark = brightness("dark");
    browser.prefer("light");

    assertThat(light.get(0)).isGreaterThan(light.get(1) + 150);
    assertThat(dark.get(1)).isGreaterThan(dark.get(0) + 150);
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void no_view_scrolls_sideways(int width) {
    delete("sales-datamart");
    browser.resize(width, 844, width < 500);

    List<String> tooWide = new ArrayList<>();
    for (String view : VIEWS) {
      open(view);
      if (view.equals("journal") || view.equals("state")) {
        browser.click("#view-" + view + " .row", "datamart");
      }
      browser.await("return !document.querySelector('main [aria-busy=true]:not([hidden] *)')");
      if (browser.run("return document.documentElement.scrollWidth").asInt() > width) {
        tooWide.add(view);
      }
    }

    assertThat(tooWide).isEmpty();
  }

  @Test
  void what_the_server_says_is_shown_as_text() {
    String name = "<img src=x onerror=document.title='hit'>";
    String state = mock.control().get("/organizations/acme/state").body();
    mock.control().put("/organizations/acme/state", state.replace("sales-datamart", name));

    browser.click("#view-state .row", name);

    assertThat(browser.see(".detail h2", name)).isEqualTo(name);
    assertThat(browser.run("return document.querySelectorAll('main img').length").asInt()).isZero();
  }

  @Test
  void a_crowded_organization_is_drawn_as_far_as_it_is_seen() {
    Tenant big = mock.newTenant(body("id", "big", "seed", "crowded"));
    assertThat(big.organization().datamarts().all()).hasSize(500);

    browser.await(
        "const pick = document.getElementById('organization');"
            + "if (![...pick.options].some(o => o.value === 'big')) return null;"
            + "pick.value = 'big'; pick.dispatchEvent(new Event('change')); return true");

    assertThat(browser.see(".segments", "Datamarts 500")).contains("Embeds 2000");
    assertThat(browser.run("return document.querySelectorAll('#view-state .row').length").asInt())
        .isBetween(10, 200);
  }

  @Test
  void the_admin_token_is_asked_for_and_kept_in_the_tab() {
    try (TestMock guarded = TestMock.start(MockOptions.defaults().withAdminToken("sesame"))) {
      browser.open(guarded.baseUri() + "/__mock/");
      browser.see("dialog", "asks for its admin token");
      browser.type("wrong", Keys.ENTER);
      browser.see("dialog", "That token was not accepted.");
      browser.type("sesame", Keys.ENTER);
      browser.see("#view-state .row", "sales-datamart");

      JsonNode kept = browser.run("return [sessionStorage.length > 0, localStorage.length]");
      assertThat(kept.get(0).asBoolean()).isTrue();
      assertThat(kept.get(1).asInt()).isZero();
    }
  }

  /** Returns how bright the ground and the letters are, from 0 to 255. */
  private List<Integer> brightness(String colours) {
    browser.prefer(colours);
    JsonNode both =
        browser.run(
            "const of = c => Math.min(...c.match(/\\d+/g).slice(0, 3).map(Number));"
                + "const style = getComputedStyle(document.body);"
                + "return [of(style.backgroundColor), of(style.color)]");
    return List.of(both.get(0).asInt(), both.get(1).asInt());
  }
}
