package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import org.junit.jupiter.api.Test;

/** When events arrive, and what they do to a membrane. */
abstract class SynapsesTests extends DriverTests {
  private static final double TAU_M = 20e-3;
  private static final double R = 100e6;

  private Network oneSynapse(SynapseEquations synapse, String into, String weight, String delay) {
    return TestNetwork.with(TICK)
        .population("in", 1, TestNetwork.relay())
        .population("cell", 1, Models.membrane())
        .project("in", "cell", p -> p.through(synapse, into).weight(weight).delay(delay))
        .probe("cell", "v")
        .build();
  }

  @Test
  void jumpArrivesExactlyAfterTheDelay() {
    for (int delay : new int[] {0, 1, 2, 13}) {
      Network network = oneSynapse(Models.delta(), "v", "1 mV", delay * 0.1 + " ms");
      try (Trial trial = deploy(network).force("in", 0, 10).run(40)) {
        double[] v = trial.trace("cell", "v", 0);
        int due = 10 + delay;
        for (int n = 1; n <= 40; n++) {
          // The probe of the instant itself comes before the events of that instant.
          double expected = n <= due ? 0 : MV * Math.exp(-(n - due) * DT / TAU_M);
          assertClose("delay " + delay + ", v at " + n, v[n - 1], expected, MV);
        }
      }
    }
  }

  @Test
  void delaysAreRoundedToWholeTicks() {
    double[] delays = {0.04 * MS, 0.06 * MS, 0.249 * MS, 0.251 * MS};
    int[] ticks = {0, 1, 2, 3};
    float[][] each = new float[4][];
    for (int i = 0; i < 4; i++) {
      each[i] = new float[] {(float) delays[i]};
    }
    Network network =
        TestNetwork.with(TICK)
            .population("in", 4, TestNetwork.relay())
            .population("cells", 4, Models.integrator().build())
            .project(
                "in",
                "cells",
                p ->
                    p.through(Models.delta(), "v")
                        .weight("1 mV")
                        .wiring(
                            Wiring.list(
                                    4, new int[] {0}, new int[] {1}, new int[] {2}, new int[] {3})
                                .delays(each)))
            .probe("cells", "v")
            .build();
    try (Trial trial = deploy(network)) {
      for (int i = 0; i < 4; i++) {
        trial.force("in", i, 1);
      }
      trial.run(10);
      for (int i = 0; i < 4; i++) {
        double[] v = trial.trace("cells", "v", i);
        for (int n = 1; n <= 10; n++) {
          assertClose("v[" + i + "] at " + n, v[n - 1], n > 1 + ticks[i] ? MV : 0, MV);
        }
      }
    }
  }

  @Test
  void longDelaysOutlastManyBlocks() {
    Network network = oneSynapse(Models.delta(), "v", "1 mV", "123.4 ms");
    try (Trial trial = deploy(network).blocks(7).force("in", 0, 1, 2).run(1240)) {
      double[] v = trial.trace("cell", "v", 0);
      assertThat(v[1234]).isZero();
      assertThat(v[1235]).isPositive();
      assertClose(
          "both have arrived",
          v[1236],
          MV * (1 + Math.exp(-DT / TAU_M)) * Math.exp(-DT / TAU_M),
          MV);
    }
  }

  @Test
  void exponentialCurrentMakesTheKnownPotential() {
    double tau = 5e-3;
    double w = 0.1 * NA;
    Network network = oneSynapse(Models.exponential(), "i", "0.1 nA", "1.5 ms");
    try (Trial trial = deploy(network).force("in", 0, 20).run(1000)) {
      double scale = R * w * tau / (TAU_M - tau);
      // V'' = 0 at the time where both exponentials fall equally fast.
      double peakTime = TAU_M * tau / (TAU_M - tau) * Math.log(TAU_M / tau);
      double[] v = trial.trace("cell", "v", 0);
      for (int n = 1; n <= 1000; n++) {
        double t = Math.max(0, n - 35) * DT;
        double expected = scale * (Math.exp(-t / TAU_M) - Math.exp(-t / tau));
        assertClose("v at " + n, v[n - 1], expected, scale);
      }
      assertPeak(v, 35 + peakTime / DT);
    }
  }

  @Test
  void exponentialCurrentAsSlowAsTheMembraneMakesTheKnownPotential() {
    double w = 0.1 * NA;
    Network network =
        TestNetwork.with(TICK)
            .population("in", 1, TestNetwork.relay())
            .population("cell", 1, Models.membrane(), p -> p.set("from_in.tau", "20 ms"))
            .project("in", "cell", p -> p.through(Models.exponential(), "i").weight("0.1 nA"))
            .probe("cell", "v")
            .build();
    try (Trial trial = deploy(network).force("in", 0, 1).run(1000)) {
      double[] v = trial.trace("cell", "v", 0);
      for (int n = 1; n <= 1000; n++) {
        double t = (n - 1) * DT;
        double expected = R * w * t / TAU_M * Math.exp(-t / TAU_M);
        assertClose("v at " + n, v[n - 1], expected, R * w);
      }
    }
  }

  @Test
  void alphaCurrentPeaksAtTheWeightAfterItsTimeConstant() {
    double tau = 2e-3;
    double w = 0.2 * NA;
    Network network =
        TestNetwork.with(TICK)
            .population("in", 1, TestNetwork.relay())
            .population("cell", 1, Models.membrane())
            .project("in", "cell", p -> p.through(Models.alpha(), "i").weight("0.2 nA"))
            .probe("cell", "from_in.i")
            .probe("cell", "v")
            .build();
    try (Trial trial = deploy(network).force("in", 0, 10).run(1000)) {
      double[] i = trial.trace("cell", "from_in.i", 0);
      double[] v = trial.trace("cell", "v", 0);
      double a = 1 / tau - 1 / TAU_M;
      double scale = R * w * Math.E / (TAU_M * tau * a * a);
      for (int n = 1; n <= 1000; n++) {
        double t = Math.max(0, n - 10) * DT;
        assertClose("i at " + n, i[n - 1], w * Math.E * t / tau * Math.exp(-t / tau), w);
        double expected = scale * (Math.exp(-t / TAU_M) - Math.exp(-t / tau) * (1 + a * t));
        assertClose("v at " + n, v[n - 1], expected, scale);
      }
      assertPeak(i, 10 + tau / DT);
    }
  }

  @Test
  void weightsOfOneInstantAddUp() {
    Network network =
        TestNetwork.with(TICK)
            .population("in", 3, TestNetwork.relay())
            .population("cells", 2, Models.integrator().build())
            .project(
                "in",
                "cells",
                p ->
                    p.through(Models.delta(), "v")
                        .delay("0.2 ms")
                        .wiring(
                            Wiring.list(2, new int[] {0, 1, 1}, new int[] {1}, new int[] {0, 1})
                                .weights(
                                    new float[] {0.001f, 0.002f, 0.004f},
                                    new float[] {0.008f},
                                    new float[] {-0.016f, 0.032f})))
            .project(
                "in",
                "cells",
                p ->
                    p.name("again")
                        .receptor("from_in")
                        .wiring(Wiring.list(2, new int[] {0}, new int[0], new int[] {1}))
                        .delay("0.2 ms")
                        .weight("0.064 V"))
            .probe("cells", "v")
            .build();
    try (Trial trial = deploy(network)) {
      trial.deployment();
      trial.force("in", 0, 1).force("in", 1, 1).force("in", 2, 2).run(3);
      assertThat(trial.trace("cells", "v", 0)).as("nothing is due yet").containsOnly(0.0);
      trial.run(2);
      // v spikes above 10 mV but has no reset.
      assertClose("0 after the first", trial.trace("cells", "v", 0)[3], 0.001 + 0.064, 0.1);
      assertClose("1 after the first", trial.trace("cells", "v", 1)[3], 0.014, 0.1);
      assertClose("0 after the second", trial.trace("cells", "v", 0)[4], 0.065 - 0.016, 0.1);
      assertClose("1 after the second", trial.trace("cells", "v", 1)[4], 0.014 + 0.096, 0.2);
    }
  }

  @Test
  void synapsesOfOneSourceMayHaveDifferentDelays() {
    Network network =
        TestNetwork.with(TICK)
            .population("in", 1, TestNetwork.relay())
            .population("cells", 3, Models.integrator().build())
            .project(
                "in",
                "cells",
                p ->
                    p.through(Models.delta(), "v")
                        .weight("1 mV")
                        .wiring(
                            Wiring.list(3, new int[] {0, 1, 2})
                                .delays(new float[] {0.5e-3f, 0, 0.2e-3f})))
            .probe("cells", "v")
            .build();
    try (Trial trial = deploy(network).force("in", 0, 1).run(10)) {
      int[] delays = {5, 0, 2};
      for (int i = 0; i < 3; i++) {
        double[] v = trial.trace("cells", "v", i);
        for (int n = 1; n <= 10; n++) {
          assertClose("v[" + i + "] at " + n, v[n - 1], n > 1 + delays[i] ? MV : 0, MV);
        }
      }
    }
  }

  /** The largest sample is one of the two ticks around the true peak. */
  private static void assertPeak(double[] samples, double expectedTick) {
    int peak = 0;
    for (int n = 1; n < samples.length; n++) {
      if (samples[n] > samples[peak]) {
        peak = n;
      }
    }
    assertThat(peak + 1.0).as("tick of the peak").isBetween(expectedTick - 1, expectedTick + 1);
  }
}
