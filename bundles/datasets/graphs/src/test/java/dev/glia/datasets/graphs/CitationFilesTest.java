package dev.glia.datasets.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import dev.glia.api.data.GraphDataset;
import dev.glia.api.data.GraphDataset.Edge;
import dev.glia.api.testkit.ServiceClaims;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CitationFilesTest {
  static final String CONTENT =
      """
      35\t1\t0\t1\tNeural_Networks
      40\t0\t0\t0\tGenetic_Algorithms
      vu-2003\t0\t1\t0\tNeural_Networks
      114\t0\t0\t1\tNeural_Networks
      """;
  static final String CITES = "35\t40\n35\tvu-2003\nvu-2003\t35\n114\t114\n35\t999\n\n40 114\n";

  @TempDir Path folder;

  private GraphDataset open(String split, String name, long known) {
    return new CitationFiles()
        .open(
            split,
            new Parameters(Map.of("name", name, "known", known, "seed", 1L)),
            new DataPlace(
                Optional.of(folder), folder.resolve("cache"), false, DataProgress.SILENT));
  }

  private void write(String content, String cites) throws IOException {
    Files.writeString(folder.resolve("cora.content"), content);
    Files.writeString(folder.resolve("cora.cites"), cites);
  }

  @Test
  void bundleRegistersWhatTheSourceDescribes() throws Exception {
    ServiceClaims.check(new CitationFiles());
  }

  @Test
  void papersWordsAndCitationsAreRead() throws IOException {
    write(CONTENT, CITES);
    GraphDataset all = open("all", "cora", 20);
    assertThat(all.size()).isEqualTo(4);
    assertThat(all.shape()).containsExactly(3);
    assertThat(all.classes()).isEqualTo(2);
    assertThat(all.sample(0).values()).containsExactly(1, 0, 1);
    assertThat(all.sample(0).label()).as("topics are numbered by name").isEqualTo(1);
    assertThat(all.sample(1).label()).isZero();
    assertThat(all.edges())
        .as("joined once, whoever cites whom")
        .containsExactly(new Edge(0, 1), new Edge(0, 2), new Edge(1, 3));
    assertThat(all.origin())
        .contains("4 of 4 papers")
        .contains("left out: 1 citations of papers that aren't there, 1 of a paper by itself");
  }

  @Test
  void someOfEachTopicTrainAndTheOthersTest() throws IOException {
    write(CONTENT, CITES);
    GraphDataset train = open("train", "cora", 1);
    assertThat(train.size()).as("the only one of its topic stays unknown").isEqualTo(1);
    assertThat(train.sample(0).label()).isEqualTo(1);
    assertThat(open("test", "cora", 1).size()).isEqualTo(3);
    assertThat(train.edges()).hasSize(3);
  }

  @Test
  void blanksAndLineEndsOfOtherSystemsDoNotMatter() throws IOException {
    write(CONTENT.replace("\n", "\r\n").replace('\t', ' '), CITES.replace("\n", "\r\n"));
    assertThat(open("all", "cora", 20).edges()).hasSize(3);
  }

  @Test
  void badLinesAreNamed() throws IOException {
    assertRefused(CONTENT + "7\n", CITES, "cora.content:5: 1 field");
    assertRefused(CONTENT + "7 1 A\n", CITES, "cora.content:5: 1 words, expected 3");
    assertRefused(CONTENT + "40 0 0 1 A\n", CITES, "cora.content:5: paper '40' is there twice");
    assertRefused(CONTENT + "7 0 x 1 A\n", CITES, "cora.content:5: 'x', expected a number");
    assertRefused(CONTENT + "7 0 NaN 1 A\n", CITES, "cora.content:5: 'NaN', expected a number");
    assertRefused("\n\n", CITES, "cora.content: there's no paper in it");
    assertRefused(CONTENT, CITES + "35\n", "cora.cites:8: 1 fields, expected two papers");
    assertRefused(CONTENT, "35 40 114\n", "cora.cites:1: 3 fields, expected two papers");
    assertRefused("7 " + "9".repeat(50_000) + "y A\n", CITES, "cora.content:1: '9999", "…'");
  }

  private void assertRefused(String content, String cites, String... message) throws IOException {
    write(content, cites);
    assertThatThrownBy(() -> open("all", "cora", 20))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll(message);
  }

  @Test
  void filesLargerThanTheyCanHonestlyBeAreRefused() throws IOException {
    write("a ".repeat((1 << 25) + 1), CITES);
    assertThatThrownBy(() -> open("all", "cora", 20))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("cora.content is larger than 64 MB");
  }

  @Test
  void absenceSaysWhatToPutWhere() {
    assertThatThrownBy(() -> open("all", "citeseer", 20))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.MISSING))
        .hasMessageContainingAll("citeseer.content and citeseer.cites", "citation-files");
  }

  @Test
  void nameCannotLeadOutOfTheFolder() {
    assertThatThrownBy(() -> open("all", "../cora", 20))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("name is '../cora'");
  }
}
