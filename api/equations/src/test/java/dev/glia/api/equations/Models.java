package dev.glia.api.equations;

/** Models of textbooks, for tests. */
final class Models {
  private Models() {}

  static NeuronEquations.Builder lif() {
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
        .parameter("v_reset", "-65 mV", "(-inf, v_threshold)", "potential after a spike")
        .parameter("t_ref", "2 ms", "[0, inf)", "absolute refractoriness");
  }

  static NeuronEquations.Builder izhikevich() {
    return NeuronEquations.of(
            """
            dv/dt = (0.04*v^2/mV + 5*v + 140 mV - u + i*1 mV) / ms : mV
            du/dt = a*(b*v - u) : mV
            i : 1 (input)
            """)
        .start("v = -65 mV; u = b*v")
        .spike("v > 30 mV")
        .reset("v = c; u += d")
        .solve(Solver.RK4)
        .parameter("a", "0.02 1/ms", "", "recovery rate")
        .parameter("b", "0.2", "", "sensitivity of recovery")
        .parameter("c", "-65 mV", "", "reset")
        .parameter("d", "8 mV", "", "jump of recovery");
  }

  static NeuronEquations.Builder hodgkinHuxley() {
    return NeuronEquations.of(
            """
            dv/dt = (i + g_na*m^3*h*(e_na - v) + g_k*n^4*(e_k - v) + g_l*(e_l - v)) / c : mV
            dm/dt = alpha_m*(1 - m) - beta_m*m : 1
            dh/dt = alpha_h*(1 - h) - beta_h*h : 1
            dn/dt = alpha_n*(1 - n) - beta_n*n : 1
            alpha_m = 1/exprel(-(v + 40 mV)/(10 mV))/ms : 1/ms
            beta_m = 4*exp(-(v + 65 mV)/(18 mV))/ms : 1/ms
            alpha_h = 0.07*exp(-(v + 65 mV)/(20 mV))/ms : 1/ms
            beta_h = expit((v + 35 mV)/(10 mV))/ms : 1/ms
            alpha_n = 0.1/exprel(-(v + 55 mV)/(10 mV))/ms : 1/ms
            beta_n = 0.125*exp(-(v + 65 mV)/(80 mV))/ms : 1/ms
            i : uA/cm^2 (input)
            """)
        .start("v = -65 mV; m = 0.0529; h = 0.5961; n = 0.3177")
        .spike("v > 0 mV and m > 0.5")
        .refractory("3 ms")
        .solve(Solver.EXPONENTIAL_EULER)
        .parameter("c", "1 uF/cm^2", "(0, inf)", "capacitance")
        .parameter("g_na", "120 mS/cm^2", "[0, inf)", "sodium conductance")
        .parameter("g_k", "36 mS/cm^2", "[0, inf)", "potassium conductance")
        .parameter("g_l", "0.3 mS/cm^2", "[0, inf)", "leak conductance")
        .parameter("e_na", "50 mV", "", "sodium reversal")
        .parameter("e_k", "-77 mV", "", "potassium reversal")
        .parameter("e_l", "-54.387 mV", "", "leak reversal");
  }

  static SynapseEquations delta() {
    return SynapseEquations.of("").onSpike("target += w").build();
  }

  static SynapseEquations exponential() {
    return SynapseEquations.of("di/dt = -i/tau : target")
        .onSpike("i += w")
        .output("i")
        .parameter("tau", "5 ms", "(0, inf)", "decay")
        .build();
  }

  /** Peaks at tau with the weight. */
  static SynapseEquations alpha() {
    return SynapseEquations.of(
            """
            di/dt = (x - i)/tau : target
            dx/dt = -x/tau : target
            """)
        .onSpike("x += w*2.718281828459045")
        .output("i")
        .parameter("tau", "5 ms", "(0, inf)", "time to peak")
        .build();
  }

  static SynapseEquations conductance() {
    return SynapseEquations.of("dg/dt = -g/tau : nS")
        .onSpike("g += w")
        .output("g*(e_rev - v_post)")
        .weight("nS")
        .parameter("tau", "5 ms", "(0, inf)", "decay")
        .parameter("e_rev", "0 mV", "", "reversal potential")
        .build();
  }

  static SynapseEquations gapJunction() {
    return SynapseEquations.of("").continuous("w*(v_pre - v_post)").weight("nS").build();
  }

  static LearningEquations.Builder pairStdp() {
    return LearningEquations.of(
            """
            dx/dt = -x/tau_plus : 1 (pre)
            dy/dt = -y/tau_minus : 1 (post)
            """)
        .onPre("x += 1; w = clip(w - a_minus*y, 0, w_max)")
        .onPost("y += 1; w = clip(w + a_plus*x, 0, w_max)")
        .parameter("tau_plus", "20 ms", "(0, inf)", "window before")
        .parameter("tau_minus", "20 ms", "(0, inf)", "window after")
        .parameter("a_plus", "0.01 weight", "[0, inf)", "potentiation")
        .parameter("a_minus", "0.012 weight", "[0, inf)", "depression")
        .parameter("w_max", "1 weight", "(0, inf)", "upper bound");
  }
}
