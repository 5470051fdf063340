package dev.glia.platform.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages as a browser shows them. With {@code -Dglia.screenshots=DIR} it keeps what it sees. */
class BrowserTest {
  // A browser may still write to its profile when it's told to end.
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path directory;

  private static Browser browser;
  private static final Map<String, Path> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = Browser.installed();
    if (program.isEmpty()) {
      if ("true".equals(System.getenv("CI"))) {
        fail("no Chromium, which continuous integration has: apt-get install chromium");
      }
      abort("no Chromium here, so nobody looked at the pages: apt-get install chromium");
    }
    browser = new Browser(program.get(), directory.resolve("profile"));
    page("study", RunReport.html(SampleRuns.study(), Optional.of(SampleNetwork.graph())));
    page("run", RunReport.html(SampleRuns.run(), Optional.of(SampleNetwork.graph())));
    page("index", StudyIndex.html(SampleRuns.index(), "1.1.0", Instant.EPOCH));
    page("hostile", RunReport.html(Hostile.study(), Hostile.network()));
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  private static void page(String name, String html) throws Exception {
    Path file = directory.resolve(name + ".html");
    Files.writeString(file, html);
    PAGES.put(name, file);
  }

  @ParameterizedTest
  @CsvSource({
    "study, 375, false",
    "study, 1400, false",
    "study, 375, true",
    "study, 1400, true",
    "run, 375, false",
    "run, 1400, true",
    "index, 375, true",
    "index, 1400, false",
    "hostile, 375, false",
    "hostile, 1400, true"
  })
  void pageFitsAndIsReadable(String name, int width, boolean dark) throws Exception {
    browser.look(width, dark, false);
    browser.open(PAGES.get(name));
    keep(name + "-" + width + (dark ? "-dark" : "-light"));

    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.evaluate("document.documentElement.scrollWidth").getAsInt())
        .as("width of the page's content")
        .isLessThanOrEqualTo(browser.evaluate("innerWidth").getAsInt());
    assertThat(browser.evaluate("innerWidth").getAsInt()).isEqualTo(width);
    assertThat(browser.texts(script("contrast.js"))).as("texts hard to read").isEmpty();
  }

  @Test
  void darkPagesAreDarkAndPaperIsLight() throws Exception {
    browser.look(1_400, true, false);
    browser.open(PAGES.get("study"));
    String background = "getComputedStyle(document.body).backgroundColor";
    assertThat(browser.evaluate(background).getAsString()).isEqualTo("rgb(20, 24, 29)");

    browser.look(1_000, true, true);
    assertThat(browser.evaluate(background).getAsString()).isEqualTo("rgb(255, 255, 255)");
    assertThat(browser.texts(script("contrast.js"))).as("texts hard to read").isEmpty();
    keep("study-paper");
  }

  @Test
  void headsSortTheirColumn() throws Exception {
    browser.look(1_400, false, false);
    browser.open(PAGES.get("study"));
    String column =
        """
        (function () {
          const table = document.querySelector("#cells table:last-of-type.sortable");
          const tables = document.querySelectorAll("#cells table");
          const cells = tables[tables.length - 1];
          const heads = Array.from(cells.tHead.rows[0].cells);
          const n = heads.findIndex(h => h.textContent === "accuracy");
          heads[n].querySelector("button").click();
          return [heads[n].getAttribute("aria-sort")].concat(
            Array.from(cells.tBodies[0].rows).map(r => r.cells[n].dataset.value));
        })()
        """;
    var sorted = browser.texts(column);
    assertThat(sorted.removeFirst()).isEqualTo("ascending");
    assertThat(sorted.removeLast()).as("what's missing comes last").isEqualTo("NaN");
    assertThat(sorted.stream().map(Double::valueOf)).isSorted().hasSize(12);
    assertThat(browser.texts(column).getFirst()).isEqualTo("descending");
  }

  @Test
  void keyboardReachesEverythingThatScrolls() throws Exception {
    browser.look(375, false, false);
    browser.open(PAGES.get("study"));
    assertThat(
            browser.texts(
                """
                Array.from(document.querySelectorAll("*"))
                  .filter(e => e.scrollWidth > e.clientWidth + 1 && e.tabIndex !== 0)
                  .filter(e => ["auto", "scroll"].includes(getComputedStyle(e).overflowX))
                  .map(e => e.outerHTML.slice(0, 80))
                """))
        .isEmpty();
    assertThat(browser.evaluate("document.querySelectorAll('.scroll').length").getAsInt())
        .isPositive();
  }

  @Test
  void theseChecksNoticeWhatTheyLookFor() throws Exception {
    browser.look(375, false, false);
    browser.open(PAGES.get("index"));
    browser.evaluate("document.querySelector('h1').style.color = '#999'");
    assertThat(browser.texts(script("contrast.js"))).containsExactly("2.85 H1: Studies");
    browser.evaluate("document.querySelector('h1').style.width = '500px'");
    assertThat(browser.evaluate("document.documentElement.scrollWidth").getAsInt())
        .isGreaterThan(375);
    browser.evaluate("document.body.append(new Image()); document.images[0].src = 'file:///no'");
    browser.evaluate("console.error('told')");
    assertThat(String.join(" ", browser.complaints())).contains("told", "Content Security Policy");
  }

  @Test
  void scriptsInTextsDontRun() throws Exception {
    browser.look(1_400, false, false);
    browser.open(PAGES.get("hostile"));
    assertThat(browser.evaluate("typeof window.hacked").getAsString()).isEqualTo("undefined");
    assertThat(browser.evaluate("document.title").getAsString()).contains("<script>");
  }

  private static String script(String name) throws Exception {
    try (InputStream in = BrowserTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void keep(String name) throws Exception {
    String to = System.getProperty("glia.screenshots");
    if (to != null) {
      Files.createDirectories(Path.of(to));
      Files.write(Path.of(to, name + ".png"), browser.screenshot(true));
    }
  }
}
