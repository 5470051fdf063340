package dev.glia.drivers.cpu;

import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Solver;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Wiring;

/** Networks that are large enough to be cut into several slices. */
final class TestNetworks {
  static final int CELLS = 211;

  private TestNetworks() {}

  /**
   * Noise, a Poisson drive, delays, two learning projections (dense, and sparse with delays and a
   * third factor), scaling, lateral inhibition and gap junctions.
   */
  static Network everything() {
    return TestNetwork.with("0.1 ms")
        .seed(77)
        .population("noise", 150, BenchmarkNetworks.poisson(), p -> p.set("rate", "80 Hz"))
        .population(
            "cells",
            CELLS,
            noisyLif(),
            p ->
                p.start("v", starts())
                    .receptor("background", exponential(), "i_syn")
                    .poisson("drive", "background", "2 kHz", "20 pA"))
        .project(
            "noise",
            "cells",
            p ->
                p.through(exponential(), "i_syn")
                    .weight(new Law.Uniform(0, 0.2e-9))
                    .delay("0.3 ms")
                    .learn("stdp", pairStdp())
                    .learn("scaling", scaling())
                    .set("stdp.w_max", "1 nA"))
        .project(
            "cells",
            "cells",
            p ->
                p.name("recurrent")
                    .receptor("rec")
                    .through(exponential(), "i_syn")
                    .weight(new Law.Uniform(0, 0.1e-9))
                    .delay(new Law.Uniform(0, 3e-3))
                    .wiring(Wiring.fixedProbability(CELLS, CELLS, 0.1, 5))
                    .learn("eligible", modulated())
                    .set("eligible.gain", "1 pA/mV")
                    .set("eligible.w_max", "0.1 nA")
                    .modulator("eligible.reward", "cells", "v"))
        .project(
            "cells",
            "cells",
            p ->
                p.name("lateral")
                    .receptor("lat")
                    .through(exponential(), "i_syn")
                    .weight("-20 pA")
                    .delay("0.5 ms")
                    .wiring(Wiring.allButOne(CELLS)))
        .project(
            "cells",
            "cells",
            p ->
                p.name("junctions")
                    .receptor("gap")
                    .through(gapJunction(), "i_syn")
                    .weight("0.05 nS")
                    .wiring(Wiring.fixedProbability(CELLS, CELLS, 0.02, 6)))
        .probeSpikes("noise")
        .probeSpikes("cells")
        .probe("cells", "v", 200, 10)
        .build();
  }

  private static double[] starts() {
    double[] start = new double[CELLS];
    for (int i = 0; i < CELLS; i++) {
      start[i] = -65e-3 + 15e-3 * i / CELLS;
    }
    return start;
  }

  static NeuronEquations noisyLif() {
    return NeuronEquations.of(
            """
            dv/dt = (v_rest - v + r_m*i_syn) / tau_m + sigma*xi/sqrt(tau_m) : mV (unless refractory)
            i_syn : nA (input)
            """)
        .start("v = v_rest")
        .spike("v > v_threshold")
        .reset("v = v_reset")
        .refractory("t_ref")
        .solve(Solver.EULER_MARUYAMA)
        .parameter("tau_m", "20 ms", "(0, inf)", "membrane time constant")
        .parameter("r_m", "100 MOhm", "(0, inf)", "membrane resistance")
        .parameter("v_rest", "-65 mV", "", "resting potential")
        .parameter("v_threshold", "-50 mV", "", "spike threshold")
        .parameter("v_reset", "-65 mV", "", "potential after a spike")
        .parameter("sigma", "2 mV", "", "noise")
        .parameter("t_ref", "2 ms", "[0, inf)", "absolute refractoriness")
        .build();
  }

  static SynapseEquations exponential() {
    return SynapseEquations.of("di/dt = -i/tau : target")
        .onSpike("i += w")
        .output("i")
        .parameter("tau", "5 ms", "(0, inf)", "decay time constant")
        .build();
  }

  private static SynapseEquations gapJunction() {
    return SynapseEquations.of("").continuous("w*(v_pre - v_post)").weight("nS").build();
  }

  static LearningEquations pairStdp() {
    return LearningEquations.of(
            """
            dx/dt = -x/tau_plus : 1 (pre)
            dy/dt = -y/tau_minus : 1 (post)
            """)
        .onPre("x += 1; w = clip(w - a_minus*y, 0, w_max)")
        .onPost("y += 1; w = clip(w + a_plus*x, 0, w_max)")
        .parameter("tau_plus", "20 ms", "(0, inf)", "")
        .parameter("tau_minus", "30 ms", "(0, inf)", "")
        .parameter("a_plus", "0.01 weight", "", "")
        .parameter("a_minus", "0.012 weight", "", "")
        .parameter("w_max", "2 weight", "", "")
        .build();
  }

  private static LearningEquations scaling() {
    return LearningEquations.of("")
        .on(LearningEquations.PRESENTATION, "w = w*total/sum(w)")
        .parameter("total", "15 weight", "(0, inf)", "")
        .build();
  }

  private static LearningEquations modulated() {
    return LearningEquations.of(
            """
            de/dt = -e/tau : 1 (synapse)
            reward : mV (modulator)
            """)
        .onPre("e += 1")
        .onPost("e += 0.5")
        .everyTick("w = clip(w + gain*(reward + 60 mV)*e, 0, w_max)")
        .parameter("tau", "50 ms", "(0, inf)", "")
        .parameter("gain", "0.001 weight/mV", "", "")
        .parameter("w_max", "2 weight", "", "")
        .build();
  }
}
