package dev.glia.platform.report;

import static dev.glia.platform.report.Markup.all;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.study.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class EscapingTest {
  private static final String SHOWN =
      Hostile.TEXT.replace('\0', '\ufffd').replace('\u202e', '\ufffd').replace('\ud800', '\ufffd');

  private final Document page = Markup.parse(RunReport.html(Hostile.study(), Hostile.network()));

  @Test
  void textsStayTexts() {
    assertThat(all(page, "h1").getFirst().getTextContent()).isEqualTo(SHOWN);
    assertThat(all(page, "script")).hasSize(1);
    assertThat(all(page, "img")).isEmpty();
  }

  @Test
  void formulasThatAreMoreThanFormulasAreShownAsText() {
    assertThat(all(page, "math")).isEmpty();
    assertThat(all(page, "pre"))
        .anySatisfy(pre -> assertThat(pre.getTextContent()).isEqualTo(SHOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://example.org/report.html",
        "//example.org/report.html",
        "/report.html",
        "data:text/html,x",
        "\"><script>alert(1)</script>"
      })
  void indexLinksToNothingButNeighbors(String link) {
    IndexEntry entry =
        new IndexEntry(
            "a-study",
            Hostile.TEXT,
            2020,
            Hostile.TEXT,
            Optional.of(SampleRuns.summary(Profile.QUICK, Instant.EPOCH, 1, Map.of())),
            link);
    Document index = Markup.parse(StudyIndex.html(List.of(entry), "1.1.0", Instant.EPOCH));
    assertThat(all(index, "a")).hasSize(1); // the one that skips to the content
  }
}
