package dev.glia.drivers.conformance;

import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;

/** The models that the contract's tests use: as small as their closed forms. */
final class Models {
  private Models() {}

  /** Leaky integrate-and-fire around a resting potential, with an input current. */
  static NeuronEquations lif() {
    return lifText().build();
  }

  static NeuronEquations.Builder lifText() {
    return NeuronEquations.of(
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
        .parameter("v_reset", "-65 mV", "", "potential after a spike")
        .parameter("t_ref", "2 ms", "[0, inf)", "absolute refractoriness");
  }

  /** A membrane that leaks to 0 and never spikes by itself. */
  static NeuronEquations membrane() {
    return NeuronEquations.of(
            """
            dv/dt = (r_m*i - v) / tau_m : mV
            i : nA (input)
            """)
        .parameter("tau_m", "20 ms", "(0, inf)", "membrane time constant")
        .parameter("r_m", "100 MOhm", "(0, inf)", "membrane resistance")
        .build();
  }

  /** Keeps what it gets, so that values are those of the jumps, exactly; spikes above 10 mV. */
  static NeuronEquations.Builder integrator() {
    return NeuronEquations.of(
            """
            dv/dt = i/c : mV
            i : nA (input)
            """)
        .spike("v > v_threshold")
        .parameter("c", "1 nF", "(0, inf)", "capacitance")
        .parameter("v_threshold", "10 mV", "", "spike threshold");
  }

  /** As {@link #integrator}, held for some time after a spike. */
  static NeuronEquations.Builder heldIntegrator() {
    return NeuronEquations.of(
            """
            dv/dt = i/c : mV (unless refractory)
            i : nA (input)
            """)
        .spike("v > v_threshold")
        .reset("v = 0 mV")
        .refractory("t_ref")
        .parameter("c", "1 nF", "(0, inf)", "capacitance")
        .parameter("v_threshold", "10 mV", "", "spike threshold")
        .parameter("t_ref", "1 ms", "[0, inf)", "absolute refractoriness");
  }

  /** Spikes at random with a rate. */
  static NeuronEquations poisson() {
    return NeuronEquations.of("")
        .spike("random() < rate*dt")
        .parameter("rate", "20 Hz", "[0, inf)", "mean rate")
        .build();
  }

  /** A jump of the target's own variable. */
  static SynapseEquations delta() {
    return SynapseEquations.of("").onSpike("target += w").build();
  }

  /** A current that decays. */
  static SynapseEquations exponential() {
    return SynapseEquations.of("di/dt = -i/tau : target")
        .onSpike("i += w")
        .output("i")
        .parameter("tau", "5 ms", "(0, inf)", "decay time constant")
        .build();
  }

  /** A current that rises and decays with one time constant; its peak is the weight. */
  static SynapseEquations alpha() {
    return SynapseEquations.of(
            """
            dx/dt = -x/tau : target
            di/dt = (x - i)/tau : target
            """)
        .onSpike("x += exp(1)*w")
        .output("i")
        .parameter("tau", "2 ms", "(0, inf)", "time to peak")
        .build();
  }

  /** A conductance that pulls towards a reversal potential. */
  static SynapseEquations conductance(String reversal) {
    return SynapseEquations.of("dg/dt = -g/tau : nS")
        .onSpike("g += w")
        .output("g*(e_rev - v_post)")
        .weight("nS")
        .parameter("tau", "5 ms", "(0, inf)", "decay time constant")
        .parameter("e_rev", reversal, "", "reversal potential")
        .build();
  }

  /** A gap junction. */
  static SynapseEquations gapJunction() {
    return SynapseEquations.of("").continuous("w*(v_pre - v_post)").weight("nS").build();
  }

  /** Additive pair rule, all to all. */
  static LearningEquations pairStdp() {
    return LearningEquations.of(
            """
            dx/dt = -x/tau_plus : 1 (pre)
            dy/dt = -y/tau_minus : 1 (post)
            """)
        .onPre("x += 1; w = clip(w - a_minus*y, 0, w_max)")
        .onPost("y += 1; w = clip(w + a_plus*x, 0, w_max)")
        .parameter("tau_plus", "20 ms", "(0, inf)", "time constant of potentiation")
        .parameter("tau_minus", "30 ms", "(0, inf)", "time constant of depression")
        .parameter("a_plus", "0.01 weight", "", "potentiation of a pair at once")
        .parameter("a_minus", "0.012 weight", "", "depression of a pair at once")
        .parameter("w_max", "2 weight", "", "upper bound")
        .build();
  }

  /** A window that doesn't care which of the two spikes came first. */
  static LearningEquations symmetricStdp() {
    return LearningEquations.of(
            """
            dx/dt = -x/tau : 1 (pre)
            dy/dt = -y/tau : 1 (post)
            """)
        .onPre("x += 1; w += a*y")
        .onPost("y += 1; w += a*x")
        .parameter("tau", "20 ms", "(0, inf)", "time constant of the window")
        .parameter("a", "0.01 weight", "", "change by a pair at once")
        .build();
  }

  /** Scales the weights onto each target to a total, at presentations. */
  static LearningEquations scaling() {
    return LearningEquations.of("")
        .on(LearningEquations.PRESENTATION, "w = w*total/sum(w)")
        .parameter("total", "10 weight", "(0, inf)", "sum of the weights onto a target")
        .build();
  }

  /** Eligibility by arrivals, turned into a change of weight by a third factor at every tick. */
  static LearningEquations modulated() {
    return LearningEquations.of(
            """
            de/dt = -e/tau : 1 (synapse)
            reward : mV (modulator)
            """)
        .onPre("e += 1")
        .everyTick("w += gain*reward*e")
        .parameter("tau", "50 ms", "(0, inf)", "time constant of eligibility")
        .parameter("gain", "0.001 weight/mV", "", "change a tick")
        .build();
  }
}
