package dev.glia.platform.report;

import static dev.glia.platform.report.Markup.all;
import static dev.glia.platform.report.Markup.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class PageStructureTest {
  static Stream<Document> pages() {
    return Stream.of(
            RunReport.html(SampleRuns.study(), Optional.of(SampleNetwork.graph())),
            RunReport.html(SampleRuns.run(), Optional.of(SampleNetwork.graph())),
            StudyIndex.html(SampleRuns.index(), "1.1.0", Instant.EPOCH),
            StudyIndex.html(List.of(), "1.1.0", Instant.EPOCH),
            RunReport.html(Hostile.study(), Hostile.network()))
        .map(Markup::parse);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hasOneOfEachLandmarkAndALanguage(Document page) {
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    for (String landmark : List.of("h1", "header", "main", "footer", "title")) {
      int inside = landmark.equals("title") ? all(page, "svg").size() : 0;
      assertThat(all(page, landmark).size() - all(page, "desc").size() * (inside > 0 ? 1 : 0))
          .as(landmark)
          .isEqualTo(1);
    }
    Element skip = all(page, "a").getFirst();
    assertThat(skip.getAttribute("href")).isEqualTo("#content");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void headingsSkipNoLevel(Document page) {
    int level = 0;
    for (Element element : all(page, "*")) {
      if (element.getTagName().matches("h[1-6]")) {
        int next = element.getTagName().charAt(1) - '0';
        assertThat(next).as(element.getTextContent()).isLessThanOrEqualTo(level + 1);
        level = next;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void idsAreUniqueAndReferencesLeadToThem(Document page) {
    List<String> ids =
        attributes(page).stream()
            .filter(a -> a.getName().equals("id"))
            .map(Attr::getValue)
            .toList();
    Set<String> known = new HashSet<>(ids);
    assertThat(ids).hasSameSizeAs(known);
    for (Attr attribute : attributes(page)) {
      String value = attribute.getValue();
      switch (attribute.getName()) {
        case "aria-labelledby" -> assertThat(known).containsAll(Arrays.asList(value.split(" ")));
        case "href" -> {
          if (value.startsWith("#")) {
            assertThat(known).contains(value.substring(1));
          }
        }
        case "mask", "clip-path" ->
            assertThat(known).contains(value.substring("url(#".length(), value.length() - 1));
        default -> {}
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void tablesHaveCaptionsAndHeads(Document page) {
    for (Element table : all(page, "table")) {
      assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
      int heads = 0;
      for (Element cell : all(page, "th")) {
        assertThat(cell.getAttribute("scope")).isIn("col", "row");
        heads += cell.getAttribute("scope").equals("col") ? 1 : 0;
      }
      assertThat(heads).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void drawingsHaveWords(Document page) {
    for (Element svg : all(page, "svg")) {
      boolean hidden = svg.getAttribute("aria-hidden").equals("true");
      if (!hidden) {
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void loadsNothingAndRunsNothingElse(Document page) throws Exception {
    String policy =
        all(page, "meta").stream()
            .filter(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .map(m -> m.getAttribute("content"))
            .collect(Collectors.joining());
    assertThat(policy)
        .startsWith("default-src 'none'; img-src data:;")
        .doesNotContain("unsafe")
        .contains("style-src '" + hash(all(page, "style")) + "'")
        .contains("script-src '" + hash(all(page, "script")) + "'");
    assertThat(attributes(page))
        .noneMatch(a -> a.getName().startsWith("on") || a.getName().equals("style"))
        .noneMatch(a -> a.getName().equals("src"));
    for (Element element : all(page, "*")) {
      String href = element.getAttribute("href");
      if (!href.isEmpty() && !element.getTagName().equals("a")) {
        assertThat(href).startsWith("data:");
      }
      if (href.contains(":") && element.getTagName().equals("a")) {
        assertThat(href).matches("https://(doi\\.org|arxiv\\.org/abs)/.*");
      }
    }
  }

  private static String hash(List<Element> elements) throws Exception {
    assertThat(elements).hasSize(1);
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(elements.getFirst().getTextContent().getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void verdictsAreWordsToo(Document page) {
    for (Element element : all(page, "span")) {
      if (element.getAttribute("class").startsWith("verdict ")) {
        assertThat(element.getTextContent().strip()).matches("(\\d+ )?[A-Za-z ]{6,}");
        assertThat(element.getElementsByTagName("svg").getLength()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nobodyMeetsNotANumber(Document page) {
    for (Element svg : all(page, "svg")) {
      for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element element) {
          assertThat(element.getAttribute("d")).doesNotContain("NaN", "Infinity");
        }
      }
    }
    for (Element cell : all(page, "td")) {
      assertThat(cell.getTextContent()).isNotEqualTo("NaN");
    }
  }
}
