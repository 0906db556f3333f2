package dev.datamart.mock.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.datamart.mock.fixture.Browser;
import dev.datamart.mock.fixture.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of somebody else, in a browser on this machine, and what they try on the mock. */
@Tag("thorough")
class ForeignPagesTest extends InTheConsole {

  /** What a page may send without asking: each call changes something, or tells something. */
  private static final String SIMPLE_REQUESTS =
      """
      const mock = arguments[0];
      const post = (path, body) => fetch(mock + path, {
        method: "POST", mode: "no-cors", headers: {"Content-Type": "text/plain"},
        body: JSON.stringify(body)});
      const tags = (name, attribute, path) => new Promise(done => {
        const tag = document.createElement(name);
        tag.onload = tag.onerror = () => done(name + " " + path);
        tag[attribute] = mock + path;
        if (name === "link") tag.rel = "stylesheet";
        document.body.append(tag);
      });
      return Promise.allSettled([
        post("/__mock/faults", {effect: "error"}),
        post("/__mock/organizations", {id: "evil"}),
        post("/__mock/organizations/acme/rewind", {to: 0}),
        post("/__mock/journal/verify", {count: 0}),
        fetch(mock + "/__mock/faults", {method: "DELETE"}),
        fetch(mock + "/__mock/clock", {method: "PUT", body: '{"stopAt": "2030-01-01T00:00:00Z"}'}),
        fetch(mock + "/__mock/organizations/acme/state").then(a => a.text()),
        fetch(mock + "/__mock/journal/har", {credentials: "include"}).then(a => a.text()),
        tags("img", "src", "/__mock/journal/har"),
        tags("script", "src", "/__mock/organizations/acme/state"),
        tags("link", "href", "/__mock/organizations/acme/state"),
        tags("iframe", "src", "/__mock/"),
      ]).then(all => all.map(each => String(each.value ?? each.reason)).concat(
        String(navigator.sendBeacon(mock + "/__mock/faults", '{"effect": "error"}'))));
      """;

  private static final String FORM =
      """
      const form = document.createElement("form");
      form.method = "POST";
      form.enctype = "text/plain";
      form.action = arguments[0] + "/__mock/faults";
      const field = document.createElement("input");
      field.name = '{"effect": "error", "name": "';
      field.value = '"}';
      form.append(field);
      document.body.append(form);
      form.submit();
      """;

  private HttpServer other;

  @BeforeEach
  void serveAPageOfSomebodyElse() throws IOException {
    byte[] page = "<!doctype html><title>Prizes</title><body>".getBytes(StandardCharsets.UTF_8);
    other = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    other.start();
  }

  @AfterEach
  void nothingWasChanged() {
    other.stop(0);
    Caller control = mock.control();
    assertThat(control.get("/faults").json().path("faults")).isEmpty();
    assertThat(control.get("/organizations").json().path("organizations")).hasSize(2);
    assertThat(control.get("/organizations/acme").json().path("version").asInt()).isZero();
    assertThat(control.get("/clock").json().path("isStopped").asBoolean()).isFalse();
    browser.open("about:blank");
    browser.requests();
    browser.open(mock.baseUri() + "/__mock/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", Browser.REBOUND})
  void a_page_can_neither_change_nor_read_anything(String host) {
    browser.open(otherPage(host));
    browser.requests();

    JsonNode told = browser.run(SIMPLE_REQUESTS, mock.baseUri().toString());

    assertThat(told).hasSize(13);
    assertThat(told.toString()).doesNotContain(TOKEN, "organizations\\\"", "entries");
    String asked = String.join("\n", browser.requests());
    assertThat(List.of("/faults", "/rewind", "/state", "/journal/har", "/clock"))
        .allSatisfy(path -> assertThat(asked).contains(mock.baseUri() + "/__mock", path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", Browser.REBOUND})
  void a_form_is_refused(String host) {
    browser.open(otherPage(host));

    browser.run(FORM, mock.baseUri().toString());

    assertThat(browser.see("body", "FORBIDDEN")).contains("web page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", Browser.REBOUND})
  void a_link_to_what_tells_tokens_leads_nowhere(String host) {
    browser.open(otherPage(host));

    browser.run("location = arguments[0] + '/__mock/organizations/acme/state'", base());

    assertThat(browser.see("body", "FORBIDDEN")).doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", Browser.REBOUND})
  void a_link_to_the_console_opens_it_and_it_works(String host) {
    browser.open(otherPage(host));

    browser.run("location = arguments[0] + '/__mock/'", base());

    browser.see("#view-state .row", "sales-datamart");
    assertThat(mock.control().put("/clock", "{\"run\": true}").status()).isEqualTo(200);
  }

  @Test
  void a_name_that_is_rebound_to_this_machine_reads_nothing() {
    String rebound = "http://" + Browser.REBOUND + ":" + mock.baseUri().getPort();
    browser.open(rebound + "/api/v2/data-app");
    browser.see("body", "AUTHENTICATION_ERROR");

    JsonNode state = browser.run(fetched("/__mock/organizations/acme/state"));
    JsonNode made =
        browser.run(
            """
            return fetch("/__mock/organizations", {method: "POST", body: "{}"})
                .then(a => a.text())
            """);

    assertThat(state.asText()).contains("--allow-host").doesNotContain(TOKEN);
    assertThat(made.asText()).contains("FORBIDDEN");
  }

  private static String fetched(String path) {
    return "return fetch('" + path + "').then(a => a.text())";
  }

  private String base() {
    return mock.baseUri().toString();
  }

  private String otherPage(String host) {
    return "http://" + host + ":" + other.getAddress().getPort() + "/";
  }
}
