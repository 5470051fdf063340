package dev.glia.liquid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.Conductances;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.Settings;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import dev.glia.drivers.reference.ReferenceDriver;
import dev.glia.drivers.rram.IdealSource;
import dev.glia.liquid.CrossbarLiquid.Constants;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CrossbarLiquidTest {
  private static final int INPUTS = 70;
  private static final int NEURONS = 30;
  private static final int STEPS = 40;

  private static CrossbarArray array() {
    return new IdealSource().open(Settings.of(new IdealSource().descriptor(), "seed", 5));
  }

  private static EventTrains trains(int samples) {
    SplittableRandom random = new SplittableRandom(8);
    return EventTrains.recorded(
        new Dataset() {
          @Override
          public long size() {
            return samples;
          }

          @Override
          public int[] shape() {
            return new int[] {7, 10};
          }

          @Override
          public int classes() {
            return 3;
          }

          @Override
          public Sample sample(long index) {
            java.util.List<Sample.Event> events = new java.util.ArrayList<>();
            for (int step = 0; step < STEPS + 3; step++) {
              for (int input = 0; input < INPUTS; input++) {
                if (random.nextInt(12) == 0) {
                  events.add(new Sample.Event((step + 0.5) * 1e-3, input));
                }
              }
            }
            return new Sample(
                new float[INPUTS], (int) (index % 3), events.toArray(new Sample.Event[0]));
          }

          @Override
          public void close() {
            // nothing is open
          }
        },
        STEPS);
  }

  /** The liquid is nothing but a network of discrete neurons with the array's weights. */
  @Test
  void spikesAsTheNetworkThatItStandsForDoes() throws Exception {
    EventTrains trains = trains(1);
    try (CrossbarArray array = array()) {
      CrossbarLiquid liquid =
          new CrossbarLiquid(array, INPUTS, new Constants(NEURONS, 0.9, 5, 0.4));
      boolean[][] raster = liquid.raster(trains, 0);
      SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
      TestNetwork network =
          TestNetwork.with("1 ms")
              .population("in", INPUTS, TestNetwork.relay())
              .population("cells", NEURONS, ModelResources.neuron("discrete-lif").equations())
              .project(
                  "in",
                  "cells",
                  p ->
                      p.through(delta, "x")
                          .weight("1")
                          .wiring(
                              Wiring.allToAll(INPUTS, NEURONS)
                                  .weights(
                                      weights(array, new Block(0, INPUTS, 0, NEURONS), 0.05e6))))
              .project(
                  "cells",
                  "cells",
                  p ->
                      p.through(delta, "x")
                          .weight("1")
                          .wiring(
                              Wiring.allToAll(NEURONS, NEURONS)
                                  .weights(
                                      weights(
                                          array, new Block(INPUTS, NEURONS, 0, NEURONS), 0.02e6))))
              .probeSpikes("cells");
      try (Trial trial = Trial.of(new ReferenceDriver(), network.build())) {
        for (int step = 0; step < STEPS; step++) {
          for (int input = 0; input < INPUTS; input++) {
            if (trains.has(0, step, input)) {
              trial.force("in", input, step + 1); // arrives in the tick after
            }
          }
        }
        trial.run(STEPS + 1);
        boolean[][] expected = new boolean[STEPS][NEURONS];
        var spikes = trial.spikes("cells");
        assertThat(spikes.ticks()).hasSizeGreaterThan(50);
        for (int k = 0; k < spikes.ticks().length; k++) {
          expected[(int) spikes.ticks()[k] - 2][spikes.neurons()[k]] = true;
        }
        assertThat(raster).isDeepEqualTo(expected);
      }
    }
  }

  private static float[][] weights(CrossbarArray array, Block block, double gain) {
    try {
      Conductances cells = array.readback(block);
      float[][] weights = new float[block.inputs()][block.outputs()];
      for (int k = 0; k < block.pairs(); k++) {
        weights[k / block.outputs()][k % block.outputs()] =
            (float) (gain * (cells.plus()[k] - cells.minus()[k]));
      }
      return weights;
    } catch (dev.glia.api.device.DeviceException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void batchesDontMixSamplesAndTuningReachesItsRate() throws Exception {
    EventTrains trains = trains(520);
    try (CrossbarArray array = array()) {
      CrossbarLiquid liquid =
          new CrossbarLiquid(array, INPUTS, new Constants(NEURONS, 0.9, 5, 0.4)).tuned(trains);
      CrossbarLiquid.Response all = liquid.run(trains, done -> {});
      assertThat(liquid.rate(trains, all)).isBetween(0.07, 0.13);
      CrossbarLiquid.Response few = liquid.run(trains.first(3), done -> {});
      for (int i = 0; i < 3; i++) {
        assertThat(few.counts()[i]).isEqualTo(all.counts()[i]);
      }
      boolean[][] raster = liquid.raster(trains, 510);
      double[] counted = new double[NEURONS];
      for (boolean[] step : raster) {
        for (int n = 0; n < NEURONS; n++) {
          counted[n] += step[n] ? 1 : 0;
        }
      }
      assertThat(all.counts()[510]).isEqualTo(counted);
    }
  }

  @Test
  void figuresShowTheFirstSampleAndTheArray() throws Exception {
    EventTrains trains = trains(2);
    try (CrossbarArray array = array()) {
      CrossbarLiquid liquid =
          new CrossbarLiquid(array, INPUTS, new Constants(NEURONS, 0.9, 5, 0.4)).tuned(trains);
      assertThat(LiquidFigures.rasters("image", trains, liquid))
          .extracting(Figure::id)
          .containsExactly("events-image", "liquid-image");
      Chart events = (Chart) LiquidFigures.rasters("image", trains, liquid).getFirst().content();
      assertThat(((Mark.Raster) events.marks().getFirst()).rows().length)
          .isEqualTo((int) java.util.Arrays.stream(trains.counts()[0]).sum());
      List<Figure> cells = LiquidFigures.conductances(array, INPUTS, NEURONS, liquid.gain());
      assertThat(cells).extracting(Figure::id).containsExactly("conductances", "weights");
      Mark.Histogram weights =
          (Mark.Histogram) ((Chart) cells.getLast().content()).marks().getFirst();
      assertThat(java.util.Arrays.stream(weights.counts()).sum())
          .as("all pairs, but what is far out")
          .isBetween(0.99 * INPUTS * NEURONS, 1.0 * INPUTS * NEURONS);
    }
  }

  @Test
  void countsAndSelectionsAreThoseOfTheEvents() {
    EventTrains trains = trains(9);
    double[][] counts = trains.counts();
    int total = 0;
    for (boolean[] step : trains.raster(4)) {
      for (boolean event : step) {
        total += event ? 1 : 0;
      }
    }
    assertThat(java.util.Arrays.stream(counts[4]).sum()).isEqualTo(total);
    EventTrains ones = trains.where(label -> label == 1);
    assertThat(ones.size()).isEqualTo(3);
    assertThat(ones.labels()).containsOnly(1);
    assertThat(ones.bits()[1]).isEqualTo(trains.bits()[4]);
  }
}
