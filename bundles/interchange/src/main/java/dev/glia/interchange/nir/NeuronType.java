package dev.glia.interchange.nir;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The nodes of NIR that have a state or a threshold, and our models of them. */
enum NeuronType {
  LIF("nir-lif", true, true, List.of("tau"), "r", "v_leak", "v_threshold", "v_reset"),
  IF("nir-if", true, false, List.of(), "r", "v_threshold", "v_reset"),
  LI("nir-li", false, true, List.of("tau"), "r", "v_leak"),
  I("nir-i", false, false, List.of(), "r"),
  CUBA_LIF(
      "nir-cuba-lif",
      true,
      true,
      List.of("tau_syn", "tau_mem"),
      "r",
      "v_leak",
      "v_threshold",
      "v_reset",
      "w_in"),
  CUBA_LI("nir-cuba-li", false, true, List.of("tau_syn", "tau_mem"), "r", "v_leak", "w_in"),
  THRESHOLD("nir-threshold", true, false, List.of(), "threshold");

  private static final String EULER = "-euler";

  private final String model;
  private final boolean spikes;
  private final boolean leaks;
  private final List<String> times;
  private final List<String> numbers;

  NeuronType(String model, boolean spikes, boolean leaks, List<String> times, String... numbers) {
    this.model = model;
    this.spikes = spikes;
    this.leaks = leaks;
    this.times = times;
    this.numbers = List.of(numbers);
  }

  /** Whether its output is spikes; else it's the potential. */
  boolean spikes() {
    return spikes;
  }

  /** Parameters in seconds. */
  List<String> times() {
    return times;
  }

  /** Parameters without a unit. */
  List<String> numbers() {
    return numbers;
  }

  /** Id of the model, for one way to step. */
  String model(boolean euler) {
    return euler && leaks ? model + EULER : model;
  }

  /** As {@code type} says it in a file. */
  String symbol() {
    return switch (this) {
      case CUBA_LIF -> "CubaLIF";
      case CUBA_LI -> "CubaLI";
      case THRESHOLD -> "Threshold";
      default -> name();
    };
  }

  /** A parameter's value where a file leaves it out; absent if it must not. */
  static Optional<Double> defaultOf(String parameter) {
    return switch (parameter) {
      case "v_reset" -> Optional.of(0.0); // older files have none
      case "w_in" -> Optional.of(1.0);
      default -> Optional.empty();
    };
  }

  static Optional<NeuronType> of(String symbol) {
    return Arrays.stream(values()).filter(type -> type.symbol().equals(symbol)).findFirst();
  }

  /** The type that a model stands for. */
  static Optional<NeuronType> ofModel(String id) {
    return Arrays.stream(values())
        .filter(type -> type.model.equals(id) || (type.model + EULER).equals(id))
        .findFirst();
  }
}
