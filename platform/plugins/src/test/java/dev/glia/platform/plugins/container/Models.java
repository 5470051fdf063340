package dev.glia.platform.plugins.container;

/** Texts of model files. */
public final class Models {
  private Models() {}

  /** A leaky integrate-and-fire neuron. */
  public static String lif(String id, String version) {
    return """
    glia: 1
    kind: neuron
    id: %s
    version: %s
    summary: Leaky integrate-and-fire
    cite: doi:10.1017/CBO9781107447615
    equations: |
      dv/dt = (v_rest - v + r_m*i_syn) / tau_m : mV (unless refractory)
      i_syn : nA (input)
    start: v = v_rest
    spike: v > v_threshold
    reset: v = v_rest
    refractory: t_ref
    parameters:
      tau_m: {default: 20 ms, range: "(0, inf)", about: membrane time constant}
      r_m: {default: 100 MOhm, range: "(0, inf)", about: membrane resistance}
      v_rest: {default: -65 mV, about: resting potential}
      v_threshold: {default: -50 mV, about: spike threshold}
      t_ref: {default: 2 ms, range: "[0, inf)", about: refractory time}
    """
        .formatted(id, version);
  }

  /** The same with a wrong unit in line 8. */
  public static String broken(String id) {
    return lif(id, "1.0.0").replace("/ tau_m : mV", "/ r_m : mV");
  }
}
