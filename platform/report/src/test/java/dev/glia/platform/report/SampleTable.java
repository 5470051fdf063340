package dev.glia.platform.report;

import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.ComponentVersion;
import dev.glia.platform.store.DataFile;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A made-up study's cells and the claims over them. */
final class SampleTable {
  private static final String SHA =
      "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609";

  private SampleTable() {}

  static List<CellRecord> cells() {
    Random random = new Random(3);
    Map<String, Double> accuracies = new TreeMap<>();
    accuracies.put("full", 0.766);
    accuracies.put("no-scaling", 0.617);
    accuracies.put("no-adaptation", 0.34);
    accuracies.put("random-teacher", 0.07);
    List<CellRecord> cells = new ArrayList<>();
    accuracies.forEach(
        (condition, accuracy) -> {
          for (int seed = 0; seed < 3; seed++) {
            TreeMap<String, Double> numbers = new TreeMap<>();
            numbers.put("accuracy", accuracy + 0.012 * random.nextGaussian());
            numbers.put("silent", (double) random.nextInt(20));
            Cell cell =
                Cell.of(condition, seed)
                    .with("images", 5000)
                    .with("scaling", !condition.equals("no-scaling"));
            double wall = 8 + random.nextDouble();
            cells.add(cell(cell, Outcome.COMPLETED, numbers, List.of(), wall, ""));
          }
        });
    cells.add(
        cell(
            Cell.of("wide", 0).with("images", 5000),
            Outcome.FAILED,
            Map.of(),
            List.of(),
            0.2,
            "wide: needs 9,000 MB, and this machine has 4,000 MB free. Take a smaller profile."));
    return cells;
  }

  static CellRecord cell(
      Cell cell,
      Outcome outcome,
      Map<String, Double> numbers,
      List<Figure> figures,
      double wall,
      String message) {
    return new CellRecord(
        1,
        cell,
        "key",
        "hash",
        outcome,
        new TreeMap<>(numbers),
        new TreeMap<>(Map.of("mean-rate", "Hz")),
        new TreeMap<>(),
        figures,
        List.of(),
        List.of(
            new ComponentVersion(
                "neuron", "lif", "1.0.0", "dev.glia.neurons.integrateandfire", "0123"),
            new ComponentVersion(
                "learning", "symmetric-stdp", "1.0.0", "dev.glia.learning.stdp", "4567")),
        List.of(
            new DataFile("mnist@1.0.0", "train", "{}", "train-images-idx3-ubyte.gz", 9912422, SHA)),
        "",
        SampleRuns.START,
        wall,
        wall,
        message);
  }

  static List<ClaimResult> claims() {
    return List.of(
        new ClaimResult(
            "learns",
            "Supervised learning works",
            "accuracy[full] >= bar",
            Verdict.PASSED,
            0.7663,
            0.0121,
            0.70,
            "“good performance”",
            "accuracy of full is 0.766, at least 0.70."),
        new ClaimResult(
            "scaling",
            "Without synaptic scaling it learns worse",
            "accuracy[full] - accuracy[no-scaling] >= bar",
            Verdict.PASSED,
            0.149,
            0.021,
            0.08,
            "combined with scaling",
            ""),
        new ClaimResult(
            "threshold",
            "Without the adaptive threshold it does not learn",
            "accuracy[no-adaptation] <= bar",
            Verdict.FAILED,
            0.342,
            0.05,
            0.30,
            "intrinsic plasticity is needed",
            "accuracy of no-adaptation is 0.342 ± 0.050, above 0.30."),
        new ClaimResult(
            "bigger",
            "A bigger hidden layer is better",
            "accuracy[full, neurons=400] - accuracy[full, neurons=100] >= bar",
            Verdict.NOT_MEASURED,
            Double.NaN,
            Double.NaN,
            0.04,
            "100 to 10,000",
            "Judged in the profiles full and paper."),
        new ClaimResult(
            "window",
            "The window is even, and falls off with 20 ms",
            "asymmetry[window]",
            Verdict.REPORTED,
            3.1e-8,
            Double.NaN,
            Double.NaN,
            "the rule's definition",
            "Shown, not judged."));
  }
}
