package dev.datamart.mock.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.datamart.mock.fixture.Browser;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.TestMock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Tests in a headless Chromium that has the console of a fresh mock open. */
@Timeout(180)
abstract class InTheConsole {

  static final String TOKEN = "11111111-1111-4111-8111-111111111111";

  private static @Nullable Browser started;

  final TestMock mock = TestMock.start();
  Browser browser;

  @BeforeAll
  static void startTheBrowser() {
    // Where the tests have to hold, a missing browser is a failure; elsewhere it may be missing.
    assumeTrue(
        Browser.isInstalled() || System.getenv("CI") != null,
        "The console is not tested: there is no chromedriver on the path.");
    started = Browser.start();
  }

  @AfterAll
  static void endTheBrowser() {
    if (started != null) {
      started.close();
    }
  }

  @BeforeEach
  void openTheConsole() {
    browser = started;
    browser.resize(1280, 860, false);
    browser.open(mock.baseUri() + "/__mock/");
    browser.see("#view-state .row", "sales-datamart");
    browser.complaints();
  }

  @AfterEach
  void nothingLeftThisMachine() {
    mock.close();
    assertThat(browser.requests())
        .isNotEmpty()
        .allSatisfy(
            address -> assertThat(address).matches("(http://127\\.0\\.0\\.1:\\d+/|data:).*"));
  }

  /** Shows a view. */
  void open(String view) {
    browser.run("location.hash = arguments[0]", view);
    browser.await("return document.getElementById('view-' + arguments[0]).hidden ? 0 : 1", view);
  }

  /** Deletes a datamart through the API. */
  Reply delete(String datamart) {
    return mock.api().with(TOKEN).delete("/data-app/datamart?datamartName=" + datamart);
  }
}
