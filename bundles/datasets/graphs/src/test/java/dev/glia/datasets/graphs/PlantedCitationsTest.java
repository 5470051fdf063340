package dev.glia.datasets.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import dev.glia.api.data.GraphDataset;
import dev.glia.api.data.GraphDataset.Edge;
import dev.glia.api.testkit.ServiceClaims;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlantedCitationsTest {
  private static final PlantedCitations SOURCE = new PlantedCitations();
  private static final DataPlace NOWHERE =
      new DataPlace(Optional.empty(), Path.of("cache"), false, DataProgress.SILENT);

  private static GraphDataset open(String split, Object... given) {
    Map<String, Object> values =
        new HashMap<>(
            Map.of(
                "sizes",
                "20 12 26 15 8 3",
                "edges",
                86L,
                "loyalty",
                0.85,
                "known",
                3L,
                "rewired",
                "no",
                "seed",
                1L,
                "stream",
                "planted-citations"));
    for (int i = 0; i < given.length; i += 2) {
      values.put((String) given[i], given[i + 1]);
    }
    return SOURCE.open(split, new Parameters(values), NOWHERE);
  }

  private static double loyalty(GraphDataset all) {
    return all.edges().stream()
        .mapToInt(e -> all.sample(e.one()).label() == all.sample(e.other()).label() ? 1 : 0)
        .average()
        .orElseThrow();
  }

  @Test
  void bundleRegistersWhatTheSourceDescribes() throws Exception {
    ServiceClaims.check(SOURCE);
  }

  @Test
  void allPapersHangTogetherByAsManyEdgesAsAreAskedFor() {
    GraphDataset all = open("all");
    assertThat(all.nodes()).isEqualTo(84);
    assertThat(all.classes()).isEqualTo(6);
    assertThat(all.shape()).containsExactly(0);
    assertThat(all.edges()).hasSize(86).doesNotHaveDuplicates();
    assertThat(all.edges()).allMatch(e -> e.one() < e.other() && e.one() >= 0 && e.other() < 84);
    int[] group = IntStream.range(0, 84).toArray();
    for (int round = 0; round < 84; round++) {
      for (Edge e : all.edges()) {
        int least = Math.min(group[e.one()], group[e.other()]);
        group[e.one()] = least;
        group[e.other()] = least;
      }
    }
    assertThat(group).containsOnly(0);
  }

  @Test
  void papersCiteTheirOwnTopicAsOftenAsLoyaltySays() {
    String sizes = "200 200 200";
    assertThat(loyalty(open("all", "sizes", sizes, "edges", 3000L, "loyalty", 0.85)))
        .isCloseTo(0.85, within(0.03));
    assertThat(loyalty(open("all", "sizes", sizes, "edges", 3000L, "rewired", "yes")))
        .as("a third of any two")
        .isCloseTo(0.33, within(0.04));
  }

  @Test
  void splitsShareTheGraphAndNotThePapers() {
    GraphDataset train = open("train");
    GraphDataset test = open("test");
    assertThat(train.size()).as("three of each topic, two of the smallest").isEqualTo(17);
    assertThat(test.size()).isEqualTo(84 - 17);
    assertThat(train.edges()).isEqualTo(test.edges()).isEqualTo(open("all").edges());
    assertThat(LongStream.range(0, 17).mapToInt(train::node).toArray())
        .doesNotContain(LongStream.range(0, 67).mapToInt(test::node).toArray());
    int[] ofTopic = new int[6];
    LongStream.range(0, 17).forEach(i -> ofTopic[train.sample(i).label()]++);
    assertThat(ofTopic).containsExactly(3, 3, 3, 3, 3, 2);
  }

  @Test
  void seedAndStreamEachMakeAnotherGraph() {
    List<Edge> edges = open("all").edges();
    assertThat(open("all").edges()).isEqualTo(edges);
    assertThat(open("all", "seed", 2L).edges()).isNotEqualTo(edges);
    assertThat(open("all", "stream", "another").edges()).isNotEqualTo(edges);
    assertThat(open("train", "rewired", "yes").node(0)).isEqualTo(open("train").node(0));
  }

  @Test
  void impossibleGraphsAreRefused() {
    assertRefused("sizes is '3 x'", "sizes", "3 x");
    assertRefused("sizes is '3 -1'", "sizes", "3 -1");
    assertRefused("1 papers, expected 2 to", "sizes", "1");
    assertRefused("82 edges, expected 83 to", "edges", 82L);
    assertRefused("4 edges, expected 2 to 3", "sizes", "3", "edges", 4L);
    assertRefused("no room for 40 edges", "sizes", "5 5", "edges", 40L, "loyalty", 1.0);
    assertThatThrownBy(() -> open("validation"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no split 'validation'");
  }

  private static void assertRefused(String message, Object... given) {
    assertThatThrownBy(() -> open("all", given))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(message);
  }
}
