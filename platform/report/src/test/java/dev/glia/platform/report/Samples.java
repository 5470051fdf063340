package dev.glia.platform.report;

import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Typesetter;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Content.Edge;
import dev.glia.api.figure.Content.Node;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.ComponentVersion;
import dev.glia.platform.store.DataFile;
import dev.glia.platform.store.ModelDescription;
import dev.glia.platform.store.ModelDescription.Parameter;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunSpec;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.Surroundings;
import dev.glia.platform.store.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Made-up runs of the size and shape of real ones, the same at every call. */
final class Samples {
  private static final String SHA =
      "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609";
  private static final Axis ACCURACY = Axis.of("accuracy", "");
  private static final Instant START = Instant.parse("2026-11-24T20:41:00Z");

  private Samples() {}

  static StoredRun study() {
    return run(
        "symmetric-stdp-20261124-204100-1f2e",
        RunSpec.ofStudy(
            "symmetric-stdp", "1.0.0", Profile.QUICK, List.of(0L, 1L, 2L), "", "cpu", false),
        "A Biologically Plausible Supervised Learning Method for Spiking Neural Networks Using the"
            + " Symmetric STDP Rule",
        2020,
        "Y. Hao, X. Huang, M. Dong, B. Xu, Neural Networks 121:387 (2020), arXiv:1812.06574",
        "Input drives a competitive hidden layer, and that a layer of classes. Both plastic"
            + " projections learn by symmetric STDP with weight scaling and an adaptive threshold;"
            + " class neurons are driven by a teacher during training. No gradient is computed"
            + " anywhere.",
        cells(),
        claims(),
        figures(),
        "glia reproduce symmetric-stdp --profile quick --seeds 3 --data mnist");
  }

  static StoredRun run() {
    CellRecord cell =
        cell(
            Cell.of("run", 7),
            Outcome.COMPLETED,
            Map.of("mean-rate", 12.4375, "cv", 0.93, "silent", 0.0),
            List.of(raster(), trace(), histogram(), heatMap(), topography(), longRaster()),
            1,
            "");
    return run(
        "hello-20261124-204100-77aa",
        RunSpec.ofExperiment(
            "hello", 7, "cpu", List.of("time.dt=0.1 ms", "populations.cells.tau_m=20 ms")),
        "hello",
        0,
        "",
        "Two hundred neurons under noise.",
        List.of(cell),
        List.of(),
        List.of(),
        "glia rerun hello-20261124-204100-77aa");
  }

  private static StoredRun run(
      String id,
      RunSpec spec,
      String title,
      int year,
      String citation,
      String summary,
      List<CellRecord> cells,
      List<ClaimResult> claims,
      List<Figure> figures,
      String again) {
    return new StoredRun(
        id,
        spec,
        Outcome.COMPLETED,
        title,
        year,
        citation,
        summary,
        cells,
        claims,
        figures,
        models(),
        new Surroundings(
            "1.1.0", "e01b9510c0ffee", "Linux 6.1, 2 × x86-64 with AVX-512, 24 GB, JDK 25.0.1"),
        START,
        92.4,
        101.7,
        again,
        "");
  }

  static List<IndexEntry> index() {
    return List.of(
        new IndexEntry(
            "symmetric-stdp",
            study().title(),
            2020,
            "Handwritten digits learned by a local rule with a teacher.",
            Optional.of(
                summary(
                    Profile.QUICK, START, 92.4, Map.of(Verdict.PASSED, 5, Verdict.REPORTED, 2))),
            "symmetric-stdp/report.html"),
        new IndexEntry(
            "dcls-delays",
            "Learning Delays in Spiking Neural Networks Using Dilated Convolutions",
            2024,
            "",
            Optional.of(
                summary(
                    Profile.SMOKE,
                    START.minusSeconds(900_000),
                    8.7,
                    Map.of(Verdict.PASSED, 2, Verdict.FAILED, 1, Verdict.NOT_MEASURED, 4))),
            "dcls-delays/report.html"),
        new IndexEntry(
            "what-when-reservoir",
            "Reservoirs that know what and when",
            0,
            "",
            Optional.empty(),
            ""));
  }

  static RunSummary summary(
      Profile profile, Instant started, double wall, Map<Verdict, Integer> claims) {
    return new RunSummary(
        "run",
        "study",
        Optional.of(profile),
        List.of(0L),
        Outcome.COMPLETED,
        started,
        wall,
        wall,
        5,
        claims,
        "");
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
        START,
        wall,
        wall,
        message);
  }

  private static List<ClaimResult> claims() {
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

  private static List<CellRecord> cells() {
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

  static List<Figure> figures() {
    return List.of(
        accuracyCurve(), receptiveFields(), conditions(), embedding(), confusion(), window());
  }

  /** One figure of each kind of content. */
  static List<Figure> allKinds() {
    List<Figure> all = new ArrayList<>(figures());
    all.addAll(List.of(raster(), trace(), histogram(), heatMap(), topography(), longRaster()));
    all.add(new Figure("graph", "Network", "Who drives whom.", network()));
    return all;
  }

  private static Figure accuracyCurve() {
    double[] x = steps(0, 5_000, 51);
    double[] mean = map(x, v -> 0.77 - 0.67 * Math.exp(-v / 700) + 0.01 * Math.sin(v / 130));
    double[] no = map(x, v -> 0.61 - 0.5 * Math.exp(-v / 500) + 0.012 * Math.cos(v / 170));
    return new Figure(
        "accuracy-curve",
        "Accuracy over presentations",
        "Mean of three seeds; the band is one standard deviation.",
        new Content.Chart(
            Axis.of("presentations", ""),
            ACCURACY,
            List.of(
                new Mark.Band("full", x, map(mean, v -> v - 0.02), map(mean, v -> v + 0.02)),
                new Mark.Line("full", x, mean),
                new Mark.Line("no scaling", x, no),
                new Mark.Level("bar", 0.7),
                new Mark.Level("chance", 0.1))));
  }

  private static Figure receptiveFields() {
    Random random = new Random(1);
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      double cx = 9 + 10 * random.nextDouble();
      double cy = 9 + 10 * random.nextDouble();
      double turn = Math.PI * random.nextDouble();
      float[] image = new float[28 * 28];
      for (int p = 0; p < image.length; p++) {
        double u = (p % 28 - cx) * Math.cos(turn) + (p / 28 - cy) * Math.sin(turn);
        double v = (p / 28 - cy) * Math.cos(turn) - (p % 28 - cx) * Math.sin(turn);
        image[p] = (float) (Math.exp(-u * u / 8 - v * v / 70) + 0.05 * random.nextDouble());
      }
      images.add(image);
    }
    return new Figure(
        "receptive-fields",
        "Receptive fields",
        "Weights from the input to each of 64 hidden neurons.",
        new Content.ImageGrid(28, 28, images, List.of()));
  }

  private static Figure conditions() {
    return new Figure(
        "conditions",
        "Accuracy by condition",
        "What each ablation costs.",
        new Content.Bars(
            ACCURACY,
            List.of("full", "no scaling", "no adaptive threshold", "random teacher"),
            List.of(
                new BarSeries(
                    "train",
                    new double[] {0.781, 0.63, 0.35, 0.09},
                    new double[] {0.010, 0.02, 0.06, 0.02}),
                new BarSeries(
                    "test",
                    new double[] {0.766, 0.617, 0.342, 0.066},
                    new double[] {0.012, 0.021, 0.05, 0.01}))));
  }

  private static Figure embedding() {
    Random random = new Random(2);
    int n = 1_000;
    double[] x = new double[n];
    double[] y = new double[n];
    int[] groups = new int[n];
    for (int i = 0; i < n; i++) {
      groups[i] = i % 10;
      double angle = groups[i] * 2 * Math.PI / 10;
      x[i] = 22 * Math.cos(angle) + 4 * random.nextGaussian();
      y[i] = 22 * Math.sin(angle) + 4 * random.nextGaussian();
    }
    List<String> classes = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    return new Figure(
        "embedding",
        "Hidden activity",
        "t-SNE of the hidden neurons' spike counts, by digit.",
        new Content.Chart(
            Axis.of("first dimension", ""),
            Axis.of("second dimension", ""),
            List.of(new Mark.Scatter("", x, y, groups, classes))));
  }

  private static Figure confusion() {
    Random random = new Random(4);
    double[] values = new double[100];
    for (int i = 0; i < 100; i++) {
      values[i] = i % 11 == 0 ? 75 + random.nextInt(30) : random.nextInt(8);
    }
    List<String> names = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    return new Figure(
        "confusion",
        "Confusion matrix",
        "How often each digit was taken for which.",
        new Content.Matrix(
            "shown", names, "answered", names, values, Axis.of("presentations", "")));
  }

  private static Figure window() {
    double[] x = steps(-60, 60, 121);
    return new Figure(
        "stdp-window",
        "STDP window",
        "Change of a weight for a pair of spikes at a distance.",
        new Content.Chart(
            Axis.of("time of post − pre", "ms"),
            Axis.of("change of weight", ""),
            List.of(new Mark.Line("", x, map(x, v -> 5e-4 * Math.exp(-Math.abs(v) / 20))))));
  }

  private static Figure raster() {
    return raster("raster", 1_200);
  }

  private static Figure longRaster() {
    return raster("long-raster", 40_000);
  }

  private static Figure raster(String id, int spikes) {
    Random random = new Random(5);
    double[] x = new double[spikes];
    int[] rows = new int[spikes];
    for (int i = 0; i < spikes; i++) {
      x[i] = 1_000 * random.nextDouble();
      rows[i] = random.nextInt(200);
    }
    return new Figure(
        id,
        "Spikes",
        "A tick a spike.",
        new Content.Chart(
            Axis.of("time", "ms"), Axis.of("neuron", ""), List.of(new Mark.Raster("", x, rows))));
  }

  private static Figure trace() {
    double[] x = steps(0, 200, 20_001);
    return new Figure(
        "trace",
        "Membrane potential",
        "Three neurons under the same drive.",
        new Content.Chart(
            Axis.of("time", "ms"),
            Axis.of("membrane potential", "mV"),
            List.of(
                new Mark.Line("neuron 0", x, map(x, v -> -65 + 15 * (v % 31) / 31)),
                new Mark.Line("neuron 1", x, map(x, v -> -65 + 15 * (v % 23) / 23)),
                new Mark.Moment("1", 20),
                new Mark.Level("threshold", -50))));
  }

  private static Figure histogram() {
    double[] edges = steps(0, 50, 26);
    double[] counts = map(Arrays.copyOf(edges, 25), v -> 900 * Math.exp(-Math.pow(v - 15, 2) / 90));
    return new Figure(
        "rates",
        "Firing rates",
        "Neurons by their mean rate.",
        new Content.Chart(
            Axis.of("rate", "Hz"),
            Axis.of("neurons", ""),
            List.of(new Mark.Histogram("excitatory", edges, counts))));
  }

  private static Figure heatMap() {
    double[] values = new double[40 * 100];
    for (int i = 0; i < values.length; i++) {
      double t = i % 100 / 100.0;
      double f = i / 100 / 40.0;
      values[i] = Math.exp(-Math.pow(f - 0.3 - 0.3 * t, 2) / 0.01) + 0.3 * Math.sin(20 * t) * f;
    }
    return new Figure(
        "spectrogram",
        "Spectrogram",
        "A rising tone.",
        new Content.HeatMap(
            Axis.of("time", "s"),
            Axis.of("frequency", "Hz"),
            Axis.of("power", "µV²/Hz"),
            40,
            100,
            values,
            new double[] {0, 1},
            new double[] {2, 45}));
  }

  private static Figure topography() {
    int n = 19;
    double[] x = new double[n];
    double[] y = new double[n];
    double[] values = new double[n];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double r = i == 0 ? 0 : i < 7 ? 0.45 : 0.88;
      double angle = i < 7 ? i * Math.PI / 3 : i * Math.PI / 6;
      x[i] = r * Math.sin(angle);
      y[i] = r * Math.cos(angle);
      values[i] = 4 * y[i] - 2 * x[i] * x[i];
      names.add("E" + i);
    }
    return new Figure(
        "topography",
        "Alpha power",
        "Strongest at the back.",
        new Content.TopographicMap(names, x, y, values, Axis.of("power", "dB")));
  }

  static Content.Graph network() {
    return new Content.Graph(
        List.of(
            new Node("input", "input", "784 × poisson", "source"),
            new Node("excitatory", "excitatory", "100 × lif-adaptive", "population"),
            new Node("inhibitory", "inhibitory", "100 × lif-conductance", "population"),
            new Node("classes", "classes", "10 × lif-conductance", "population"),
            new Node("teacher", "teacher", "200 Hz", "source")),
        List.of(
            new Edge("input", "excitatory", "symmetric-stdp", "learning"),
            new Edge("excitatory", "inhibitory", "one-to-one", "excitatory"),
            new Edge("inhibitory", "excitatory", "all-but-one", "inhibitory"),
            new Edge("excitatory", "classes", "symmetric-stdp", "learning"),
            new Edge("teacher", "classes", "while training", "excitatory")));
  }

  private static List<ModelDescription> models() {
    NeuronEquations lif =
        NeuronEquations.of(
                """
                dv/dt = (v_rest - v + r_m*i_syn) / tau_m : mV (unless refractory)
                i_syn : nA (input)
                """)
            .start("v = v_rest")
            .spike("v > v_threshold")
            .reset("v = v_reset")
            .refractory("t_ref")
            .parameter("tau_m", "20 ms", "(0, inf)", "membrane time constant")
            .parameter("r_m", "100 MOhm", "(0, inf)", "membrane resistance")
            .parameter("v_rest", "-65 mV", "", "resting potential")
            .parameter("v_threshold", "-50 mV", "", "spike threshold")
            .parameter("v_reset", "-65 mV", "(-inf, v_threshold)", "potential after a spike")
            .parameter("t_ref", "2 ms", "[0, inf)", "absolute refractoriness")
            .build();
    LearningEquations stdp =
        LearningEquations.of(
                """
                dx/dt = -x/tau : 1 (pre)
                dy/dt = -y/tau : 1 (post)
                """)
            .onPre("w = min(w + nu*y, w_max); x += 0.1")
            .onPost("w = min(w + nu*x, w_max); y += 0.1")
            .parameter("nu", "0.005 weight", "[0, inf)", "change of the weight for a trace of 1")
            .parameter("tau", "20 ms", "(0, inf)", "width of the window")
            .parameter("w_max", "1 weight", "", "largest weight")
            .build();
    return List.of(
        new ModelDescription(
            "neuron",
            "lif@1.0.0",
            "Leaky integrate-and-fire neuron with a hard threshold",
            "doi:10.1017/CBO9781107447615",
            Typesetter.TEXT.typeset(lif),
            Typesetter.MATHML.typeset(lif),
            List.of(
                new Parameter("tau_m", "20 ms", "(0, inf)", "membrane time constant"),
                new Parameter("r_m", "100 MΩ", "(0, inf)", "membrane resistance"),
                new Parameter("v_rest", "−65 mV", "", "resting potential"),
                new Parameter("v_threshold", "−50 mV", "", "spike threshold"),
                new Parameter("t_ref", "2 ms", "[0, inf)", "absolute refractoriness"))),
        new ModelDescription(
            "learning",
            "symmetric-stdp@1.0.0",
            "Plasticity that strengthens for spikes near in time, whichever comes first",
            "arXiv:1812.06574",
            Typesetter.TEXT.typeset(stdp),
            Typesetter.MATHML.typeset(stdp),
            List.of(
                new Parameter("nu", "0.005", "[0, inf)", "change for a trace of 1"),
                new Parameter("tau", "20 ms", "(0, inf)", "width of the window"),
                new Parameter("w_max", "1", "", "largest weight"))));
  }

  private static double[] steps(double from, double to, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = from + (to - from) * i / (count - 1);
    }
    return values;
  }

  private static double[] map(double[] values, java.util.function.DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }
}
