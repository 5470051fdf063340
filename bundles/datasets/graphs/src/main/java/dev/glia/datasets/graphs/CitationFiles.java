package dev.glia.datasets.graphs;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.data.GraphDataset;
import dev.glia.api.equations.Range;
import dev.glia.api.random.RandomStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * Papers and citations of files of one's own, in the format of Cora, CiteSeer and MicroSeer: {@code
 * cora.content} has a paper a line (its name, its words as numbers, its topic) and {@code
 * cora.cites} a citation a line (the cited paper, the citing one), with blanks between.
 *
 * <p>Citations of papers that aren't in the content, and of a paper by itself, are left out and
 * counted; two papers are joined once, whoever cites whom. The train split are papers whose topic
 * is known, test the others, all both, in the order of the content; each is a {@link GraphDataset}
 * with the whole graph. It isn't fetched.
 */
@Component(
    service = DatasetSource.class,
    property = {DatasetSource.ID + "=citation-files", DatasetSource.VERSION + "=1.0.0"})
public final class CitationFiles implements DatasetSource {
  private static final String ID = "citation-files";
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DATASET,
          ID,
          "1.0.0",
          "Papers and citations from .content and .cites files, as of Cora and CiteSeer",
          "doi:10.1609/aimag.v29i3.2157",
          ParameterSchema.text("name", "cora", "of the files, without .content and .cites"),
          ParameterSchema.integer(
              "known", "20", new Range(0, false, 1e6, false), "papers of each topic that train"),
          ParameterSchema.integer("seed", "1", Range.ANY, "of which papers these are"));

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
    return Optional.of(locate(name(parameters), place).orElse(List.of()));
  }

  @Override
  public GraphDataset open(String split, Parameters parameters, DataPlace place) {
    CitationGraph.checkSplit(ID, split);
    String name = name(parameters);
    List<Path> files = locate(name, place).orElseThrow(() -> missing(name, place));
    CitationGraph graph = read(TextFile.read(files.getFirst()), TextFile.read(files.getLast()));
    long seed = ((Number) parameters.value("seed")).longValue();
    return graph.split(
        split, graph.known(parameters.integer("known"), new RandomStream(seed, ID, 0)));
  }

  static CitationGraph read(TextFile content, TextFile cites) {
    ContentFile papers = ContentFile.read(content);
    CitesFile citations = CitesFile.read(cites, papers.index());
    String origin = "from " + content.name();
    if (citations.strangers() + citations.selfish() > 0) {
      origin +=
          "; left out: "
              + citations.strangers()
              + " citations of papers that aren't there, "
              + citations.selfish()
              + " of a paper by itself";
    }
    return new CitationGraph(
        papers.topic(), papers.topics().size(), papers.words(), citations.edges(), origin);
  }

  /** A name can't lead out of the folders. */
  private static String name(Parameters parameters) {
    String name = parameters.text("name");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw Fault.input(
          ID + ": name is " + TextFile.quoted(name) + ", expected letters and digits, as cora.");
    }
    return name;
  }

  private static List<Path> folders(String name, DataPlace place) {
    Stream<Path> given =
        place.directory().stream()
            .flatMap(folder -> Stream.of(folder.resolve(ID), folder.resolve(name), folder));
    return Stream.concat(given, Stream.of(place.cache().resolve(ID))).toList();
  }

  /** Content and citations, from the first folder that has both. */
  private static Optional<List<Path>> locate(String name, DataPlace place) {
    return folders(name, place).stream()
        .map(folder -> List.of(folder.resolve(name + ".content"), folder.resolve(name + ".cites")))
        .filter(files -> files.stream().allMatch(Files::isRegularFile))
        .findFirst();
  }

  private static Fault missing(String name, DataPlace place) {
    return new Fault(
        Fault.Kind.MISSING,
        ID
            + ": "
            + name
            + ".content and "
            + name
            + ".cites aren't both in one of "
            + folders(name, place)
            + ". Put them into the first of these, or set name.");
  }
}
