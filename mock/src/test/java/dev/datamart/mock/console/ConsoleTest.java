package dev.datamart.mock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What one does with the console. */
@Tag("thorough")
class ConsoleTest extends InTheConsole {

  @Test
  void a_datamart_shows_what_depends_on_it_and_what_its_delete_would_remove() {
    assertThat(browser.run("return document.querySelectorAll('#view-state .row').length").asInt())
        .isEqualTo(12);

    browser.click("#view-state .row", "sales-datamart");
    assertThat(browser.see(".detail", "Depend on it"))
        .contains("3 embeds, 2 workspaces", "Sales overview for customers", "partner-portal");

    browser.click(".detail button", "What would a delete remove?");
    assertThat(browser.see("dialog", "3 embeds")).contains("Executive Workspace");
    browser.click("dialog button", "Delete it through the API");
    browser.see(".toast", "sales-datamart is deleted.");
    assertThat(browser.see("#view-state .segments", "Datamarts 11")).contains("Embeds 3");
    browser.click(".toast button", "Undo");
    browser.see("#view-state .segments", "Datamarts 12");
  }

  @Test
  void a_fault_set_by_the_form_shows_in_the_journal_and_is_undone_by_rewinding() {
    open("faults");
    browser.click("#view-faults .preset", "A delete that fails after it happened");
    browser.click("#view-faults button", "Set the fault");
    assertThat(browser.see(".fault", "Applied, then error")).contains("0 hits", "deleteDatamart");

    Reply answer = delete("sales-datamart");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.message()).contains("Unexpected failure");
    open("journal");
    browser.click("#view-journal .row", "applied-then-error");
    assertThat(browser.see("#view-journal .row", "applied-then-error")).contains("500", "−4", "~2");
    assertThat(browser.see("#view-journal .difference", "sales-datamart"))
        .contains("Sales overview for customers", "partner-portal", "Executive Workspace");
    open("faults");
    browser.see(".fault", "1 hit");
    browser.click(".fault button", "Remove");
    browser.see(".fault-list", "None. Every call is answered as the contract has it.");

    open("rewind");
    browser.click("#view-rewind button", "Undo the last delete");
    browser.see(".version.current", "undo of 1");
    assertThat(browser.see("#view-rewind .difference", "+")).contains("sales-datamart");
    assertThat(delete("sales-datamart").status()).isEqualTo(200);
    browser.see(".version.current", "deleteDatamart");
    browser.click("button[aria-label='Go back to version 2']", "Go back");
    browser.click("dialog button", "Go back");
    browser.see(".version.current", "rewind to 2");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void the_journal_follows_without_being_asked() {
    open("journal");
    browser.see("#view-journal .empty", "No exchange yet");

    delete("no-such-datamart");

    assertThat(browser.see("#view-journal .row", "deleteDatamart")).contains("400");
  }

  @Test
  void the_contract_is_tried_out_on_this_server_without_showing_the_token() {
    open("contract");
    browser.click(".opblock-summary-control", "/api/v2/data-app/datamarts");
    // Swagger UI may draw an operation anew just after it was opened; a click is lost then.
    browser.await(
        "if (document.querySelector('.live-responses-table')) return true;"
            + "if (Date.now() - (window.clickedAt ?? 0) < 2000) return false;"
            + "window.clickedAt = Date.now();"
            + "document.querySelector('.opblock button.execute')?.click(); return false");
    assertThat(browser.see(".live-responses-table", "unused-datamart")).contains("200");

    assertThat(browser.see(".request-url", "/datamarts")).contains(mock.baseUri().toString());
    assertThat(browser.run("return document.body.innerText").asText()).doesNotContain(TOKEN);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void keys_open_views_filter_and_close() {
    browser.type("2");
    browser.see("#view-journal", "Live");
    browser.type("1");
    browser.see("#view-state .row", "sales-datamart");
    browser.type("/");
    browser.type("traffic");
    browser.await("return document.querySelectorAll('#view-state .row').length === 1");
    browser.type(Keys.ESCAPE);
    browser.type("j");
    browser.type(Keys.ENTER);
    browser.see(".detail", "web-traffic");
    browser.type(Keys.ESCAPE);
    browser.await("return !document.querySelector('.has-detail')");
    browser.type("?");
    browser.see("dialog", "to the filter");
    browser.type(Keys.ESCAPE);

    browser.await("return !document.querySelector('dialog')");
  }
}
