package dev.glia.datasets.graphs;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.data.GraphDataset;
import dev.glia.api.data.GraphDataset.Edge;
import dev.glia.api.equations.Range;
import dev.glia.api.random.RandomStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * Papers that mostly cite papers of their own topic, made: a stand-in for MicroSeer, Cora and their
 * kind. All papers hang together. Papers have no words, so a topic can be told from citations only.
 *
 * <p>The train split are papers whose topic is known, test the others, all both; each is a {@link
 * GraphDataset} with the whole graph. With {@code rewired: yes} the same papers have as many edges
 * between any two: a control that nothing can be told from.
 */
@Component(
    service = DatasetSource.class,
    property = {DatasetSource.ID + "=planted-citations", DatasetSource.VERSION + "=1.0.0"})
public final class PlantedCitations implements DatasetSource {
  private static final String ID = "planted-citations";
  private static final int MOST_PAPERS = 10_000;
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DATASET,
          ID,
          "1.0.0",
          "Papers that mostly cite papers of their own topic",
          "",
          ParameterSchema.text("sizes", "20 12 26 15 8 3", "papers of each topic"),
          ParameterSchema.integer(
              "edges", "86", new Range(1, false, 1e5, false), "pairs of papers that cite"),
          ParameterSchema.quantity(
              "loyalty", "0.85", new Range(0, false, 1, false), "share within the own topic"),
          ParameterSchema.integer(
              "known", "3", new Range(0, false, 1e6, false), "papers of each topic that train"),
          ParameterSchema.choice("rewired", List.of("no", "yes"), "edges between any two papers"),
          ParameterSchema.integer("seed", "1", Range.ANY, "of everything that varies"),
          ParameterSchema.text("stream", ID, "name of the draws; each makes another graph"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> splits() {
    return CitationGraph.SPLITS;
  }

  @Override
  public Optional<List<Path>> files(String split, Parameters parameters, DataPlace place) {
    return Optional.of(List.of());
  }

  @Override
  public GraphDataset open(String split, Parameters parameters, DataPlace place) {
    CitationGraph.checkSplit(ID, split);
    int[] sizes = sizes(parameters.text("sizes"));
    Planting planting =
        new Planting(sizes, parameters.integer("edges"), parameters.number("loyalty"));
    check(planting);
    long seed = ((Number) parameters.value("seed")).longValue();
    RandomStream random = new RandomStream(seed, parameters.text("stream"), 0);
    List<Edge> edges = planting.draw(random);
    CitationGraph graph =
        new CitationGraph(
            planting.topics(),
            sizes.length,
            new float[planting.papers()][0],
            edges,
            "made from seed " + seed);
    boolean[] known = graph.known(parameters.integer("known"), random);
    if (parameters.text("rewired").equals("yes")) {
      edges = planting.rewired(random);
      graph =
          new CitationGraph(
              graph.topic(), graph.topics(), graph.words(), edges, graph.origin() + ", rewired");
    }
    return graph.split(split, known);
  }

  private static int[] sizes(String text) {
    try {
      int[] sizes =
          Arrays.stream(text.strip().split("[\\s,]+")).mapToInt(Integer::parseInt).toArray();
      if (Arrays.stream(sizes).allMatch(size -> size > 0 && size <= MOST_PAPERS)) {
        return sizes;
      }
    } catch (NumberFormatException notNumbers) {
      // said below
    }
    throw Fault.input(
        ID + ": sizes is '" + text + "', expected papers of each topic, as 20 12 26.");
  }

  private static void check(Planting planting) {
    long papers = Arrays.stream(planting.sizes()).asLongStream().sum();
    if (papers < 2 || papers > MOST_PAPERS) {
      throw Fault.input(ID + ": " + papers + " papers, expected 2 to " + MOST_PAPERS + ".");
    }
    long most = papers * (papers - 1) / 2;
    if (planting.edges() < papers - 1 || planting.edges() > most) {
      throw Fault.input(
          ID
              + ": "
              + planting.edges()
              + " edges, expected "
              + (papers - 1)
              + " to "
              + most
              + " between "
              + papers
              + " papers.");
    }
  }
}
