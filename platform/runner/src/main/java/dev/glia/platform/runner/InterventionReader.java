package dev.glia.platform.runner;

import dev.glia.platform.runner.reading.LostPolicyReading;
import dev.glia.platform.runner.reading.TypedIntervention;
import dev.glia.v1.Intervention;
import dev.glia.v1.LostPolicy;
import java.util.List;
import java.util.Optional;

/**
 * Reads interventions as people type them, in the words of experiment files. Whether a network has
 * what is named is seen where they are carried out. Safe for any thread.
 *
 * <p>All methods throw {@link InvalidExperiment} with all problems of what was typed.
 */
public final class InterventionReader {
  private InterventionReader() {}

  /**
   * Another device.
   *
   * @param target {@code cpu} or {@code cpu:0}
   * @param threads for its driver; 0 lets it choose
   */
  public static Intervention target(String target, int threads) {
    return new TypedIntervention().target(target, threads);
  }

  /**
   * Other equations.
   *
   * @param models {@code cells=lif@1.1.0}, or a model file: {@code cells=./my-lif.yaml}
   * @param rules {@code noise->cells=pair-stdp}, likewise; nothing after the sign ends learning
   * @param accept whether what has no place in the new equations may be dropped
   */
  public static Intervention models(List<String> models, List<String> rules, boolean accept) {
    return new TypedIntervention().models(models, rules, accept);
  }

  /**
   * Other values.
   *
   * @param values {@code cells.tau_m=15 ms}, parameters and state variables
   */
  public static Intervention set(List<String> values) {
    return new TypedIntervention().set(values);
  }

  /**
   * A stimulus; one of spikes, rate and current is given.
   *
   * @param neurons {@code cells} or {@code cells[0..9]}
   * @param duration {@code 10 ms}
   * @param into input of the model that a current goes into; empty where only one fits
   */
  public static Intervention stimulate(
      String neurons,
      String duration,
      Optional<String> spikes,
      Optional<String> rate,
      Optional<String> current,
      Optional<String> into) {
    return new TypedIntervention().stimulate(neurons, duration, spikes, rate, current, into);
  }

  /**
   * What a run does when it loses its device.
   *
   * @param policy {@code stop}, {@code wait 60 s}, {@code fall back to cpu}, or {@code wait 60 s,
   *     then fall back to cpu}
   */
  public static LostPolicy onLost(String policy) {
    return LostPolicyReading.read(policy);
  }

  /**
   * What is to be silent.
   *
   * @param parts populations, {@code cells[0..9]}, or projections
   */
  public static Intervention lesion(List<String> parts) {
    return new TypedIntervention().lesion(parts);
  }
}
