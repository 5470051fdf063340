package dev.glia.platform.benchmarks;

import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.yaml.Spelling;
import java.util.ArrayList;
import java.util.List;

/** The networks that can be measured. */
public final class Workloads {
  /** Needs minutes and gigabytes, so only who asks for it gets it. */
  private static final Workload FULL_MICROCIRCUIT =
      Workload.of("microcircuit-full", "all of it: 77,169 neurons, 0.3 G synapses", 0.1, 0.5)
          .from("examples/microcircuit", "scale=1")
          .withoutCounterpart();

  private static final List<Workload> USUAL =
      List.of(
          Workload.of("hello", "a small network, for the time to its first tick", 0.1, 10)
              .from("examples/hello"),
          Workload.of("echo-state", "1,000 rate units, a step a tick", 1, 10),
          Workload.of("cuba-4k", "4,000 neurons, 80 synapses each, 5 Hz", 0.2, 10)
              .from("benchmarks/cuba", "neurons=4000", "degree=80"),
          Workload.of("cuba-40k", "40,000 neurons, 80 synapses each", 0.2, 2)
              .from("benchmarks/cuba", "neurons=40000", "degree=80"),
          Workload.of("cuba-40k-1000", "40,000 neurons, 1,000 synapses each", 0.2, 0.5)
              .from("benchmarks/cuba", "neurons=40000", "degree=1000"),
          Workload.of("brunel", "12,500 neurons, 15.6 M synapses of two weights, 38 Hz", 0.2, 1),
          Workload.of("stdp", "10,000 neurons, 8 M plastic synapses, 10 Hz", 0.2, 1),
          Workload.of("microcircuit", "7,717 neurons, 3 M synapses with spread", 0.2, 1)
              .from("examples/microcircuit", "scale=0.1"));

  private Workloads() {}

  /** Those that are measured when none is named. */
  public static List<Workload> usual() {
    return USUAL;
  }

  /** All of them. */
  public static List<Workload> all() {
    List<Workload> all = new ArrayList<>(USUAL);
    all.add(FULL_MICROCIRCUIT);
    return all;
  }

  /**
   * Those of these names, in this order; the usual ones if there are no names.
   *
   * @throws Fault INPUT with all names, if one is unknown
   */
  public static List<Workload> named(List<String> names) {
    if (names.isEmpty()) {
      return USUAL;
    }
    return names.stream().map(Workloads::named).toList();
  }

  private static Workload named(String name) {
    List<String> known = all().stream().map(Workload::name).toList();
    return all().stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.input(
                    "no workload '"
                        + name
                        + "'"
                        + Spelling.nearest(name, known)
                            .map(near -> ", did you mean '" + near + "'?")
                            .orElse(".")
                        + " There are: "
                        + String.join(", ", known)));
  }
}
