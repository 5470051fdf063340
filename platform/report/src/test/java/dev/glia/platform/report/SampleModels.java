package dev.glia.platform.report;

import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Typesetter;
import dev.glia.platform.store.ModelDescription;
import dev.glia.platform.store.ModelDescription.Parameter;
import java.util.List;

/** The models of the made-up runs, with their equations. */
final class SampleModels {
  private SampleModels() {}

  static List<ModelDescription> all() {
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
}
