package dev.glia.datasets.graphs;

import dev.glia.api.data.GraphDataset.Edge;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * The citations of a {@code .cites} file: on each line two papers, of which the second cites the
 * first.
 *
 * @param edges of pairs that cite, each once, in the order of the file
 * @param strangers lines with a paper whose content isn't known; CiteSeer has some
 * @param selfish lines with a paper that cites itself
 */
record CitesFile(List<Edge> edges, int strangers, int selfish) {
  /**
   * Reads a file; empty lines are skipped.
   *
   * @param index of papers, by their names
   * @throws dev.glia.api.component.Fault naming file and line if it isn't such a file
   */
  static CitesFile read(TextFile file, Map<String, Integer> index) {
    SequencedSet<Edge> edges = new LinkedHashSet<>();
    int strangers = 0;
    int selfish = 0;
    for (int line = 0; line < file.lines().size(); line++) {
      String[] fields = file.fields(line);
      if (fields.length == 0) {
        continue;
      }
      if (fields.length != 2) {
        throw file.fault(line, fields.length + " fields, expected two papers.");
      }
      Integer cited = index.get(fields[0]);
      Integer citing = index.get(fields[1]);
      if (cited == null || citing == null) {
        strangers++;
      } else if (cited.equals(citing)) {
        selfish++;
      } else {
        edges.add(Edge.between(cited, citing));
      }
    }
    return new CitesFile(List.copyOf(edges), strangers, selfish);
  }
}
