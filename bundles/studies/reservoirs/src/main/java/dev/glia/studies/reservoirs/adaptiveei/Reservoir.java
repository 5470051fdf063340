package dev.glia.studies.reservoirs.adaptiveei;

import dev.glia.api.data.Dataset;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.reservoir.Balance;
import dev.glia.reservoir.Coupling;
import dev.glia.reservoir.OneStepHomeostasis;
import dev.glia.reservoir.Readout;
import dev.glia.reservoir.Series;
import dev.glia.reservoir.SeriesPlayer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The networks of one cell, all from the same draws, and what is measured on them. */
final class Reservoir {
  private static final Readout READOUT = new Readout(200, 2000, 1000, 1e-6);
  private static final int ADAPTATION = 2000; // steps with each step size
  private static final int BINS = 20;

  private final Cell cell;
  private final CellContext context;

  Reservoir(Cell cell, CellContext context) {
    this.cell = cell;
    this.context = context;
  }

  private Deployment deploy(double inhibition, double eta) {
    return context.deploy(
        "reservoir.yaml",
        List.of(
            "populations.units.size=" + cell.text("units"),
            "p=" + cell.text("p"),
            "strength=" + cell.text("j"),
            "inhibition=" + inhibition,
            "eta=" + eta));
  }

  /** Inhibition as it was drawn, times a factor. */
  Deployment global(double factor) throws DeviceLostException {
    Deployment network = deploy(factor, 0);
    network.setLearning("inhibition", false);
    return network;
  }

  /** Inhibition after it has adapted to an input like that of the tasks. */
  Deployment adapted(double[] targets) throws DeviceLostException {
    double[][] input = series("delay-task", 1).inputs();
    Deployment coarse = deploy(1, 0.05);
    play(coarse, targets, input);
    Deployment fine = deploy(1, 0.01);
    fine.writeWeights("inhibition", coarse.readWeights("inhibition"));
    play(fine, targets, input);
    return fine;
  }

  private static void play(Deployment network, double[] targets, double[][] input)
      throws DeviceLostException {
    network.setState("units", "target", targets);
    new SeriesPlayer(network, "series", "units").play(Arrays.copyOf(input, ADAPTATION));
  }

  /** Inhibition scaled unit by unit, once, from the rates that balanced inhibition gives. */
  Deployment inOneStep(double[] targets) throws DeviceLostException {
    Deployment network = global(4);
    double[][] rates =
        new SeriesPlayer(network, "series", "units").play(series("delay-task", 1).inputs());
    network.writeWeights(
        "inhibition",
        OneStepHomeostasis.weights(
            Coupling.read(network, "excitation"),
            inhibition(network),
            READOUT.meanRates(rates),
            new double[targets.length],
            targets));
    return network;
  }

  static Coupling inhibition(Deployment network) throws DeviceLostException {
    return Coupling.read(network, "inhibition");
  }

  /** Memory of an independent input, rates and balance meanwhile, then NARMA. */
  void measure(Deployment network) throws DeviceLostException {
    SeriesPlayer player = new SeriesPlayer(network, "series", "units");
    Series delays = series("delay-task", 0);
    double[][] rates = player.play(delays.inputs());
    double[] capacities = READOUT.capacities(rates, delays.targets());
    context.number(
        "mc", IntStream.range(0, capacities.length).mapToDouble(k -> capacities[k]).sum());
    context.series(
        "capacity",
        IntStream.rangeClosed(1, capacities.length).asDoubleStream().toArray(),
        capacities);
    double[] means = READOUT.meanRates(rates);
    reportRates(means, inhibition(network).reached());
    Balance balance =
        Balance.of(
            Coupling.read(network, "excitation").inputs(means), inhibition(network).inputs(means));
    context.number("balance", balance.ratio());
    context.number("inhibition_total", inhibition(network).total());
    Series narma = series("narma-10", 0);
    double[] errors = READOUT.nrmse(player.play(narma.inputs()), narma.targets());
    context.number("narma", errors[0]);
  }

  /** Units without inhibition can't adapt, so they aren't counted. */
  private void reportRates(double[] means, boolean[] inhibited) {
    double[] counted =
        IntStream.range(0, means.length)
            .filter(i -> inhibited[i])
            .mapToDouble(i -> means[i])
            .toArray();
    double mean =
        IntStream.range(0, counted.length).mapToDouble(i -> counted[i]).average().orElse(0);
    double squares = 0;
    double[] histogram = new double[BINS];
    for (double rate : counted) {
      squares += (rate - mean) * (rate - mean);
      histogram[Math.min((int) (rate * BINS), BINS - 1)] += 1.0 / counted.length;
    }
    context.number("rate", mean);
    context.number("rate_spread", Math.sqrt(squares / counted.length));
    context.series(
        "rates", IntStream.range(0, BINS).mapToDouble(b -> (b + 0.5) / BINS).toArray(), histogram);
  }

  /** A task's series; realizations are independent of each other and of other seeds. */
  private Series series(String task, int realization) {
    Map<String, Object> settings =
        Map.of("steps", READOUT.steps(), "seed", 2 * cell.seed() + realization);
    try (Dataset steps = context.dataset(task, "series", settings)) {
      return Series.of(steps, 1);
    }
  }
}
