package dev.glia.drivers.cpu;

import dev.glia.drivers.cpu.delivery.SynapseOrder;
import dev.glia.drivers.cpu.learning.Repetition;
import dev.glia.v1.Array;
import dev.glia.v1.ProjectionState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a projection needs, beside its weights, to go on repeating spikes bit for bit: how long ago
 * its branches were heard of, and their traces then. In the neutral order.
 */
final class RepetitionState {
  private final Repetition[] slices;
  private final SynapseOrder order;

  RepetitionState(Wires wires) {
    slices =
        IntStream.range(0, wires.synapses().length)
            .mapToObj(slice -> (Repetition) wires.learner(slice).putOff())
            .toArray(Repetition[]::new);
    order = Weights.order(wires);
  }

  /** Empty before the first tick. */
  List<Array> write() {
    if (slices[0].clock() == 0) {
      return List.of();
    }
    float[] origins = order.readBranches(bySlice(Repetition::origins));
    float[] ages = order.readBranches(bySlice(Repetition::ages));
    return List.of(
        CpuSnapshot.doubles("clock", new double[] {slices[0].clock()}),
        CpuSnapshot.array("origin", origins, origins.length),
        CpuSnapshot.array("age", ages, ages.length));
  }

  /** Takes it over, after weights and variables. */
  void read(ProjectionState saved) {
    Map<String, Array> arrays = new LinkedHashMap<>();
    saved.getDeferredList().forEach(array -> arrays.put(array.getName(), array));
    for (Repetition slice : slices) {
      slice.reset();
    }
    if (!arrays.keySet().containsAll(List.of("clock", "origin", "age"))) {
      return;
    }
    double[] clock = CpuSnapshot.values(arrays.get("clock"));
    float[] origins = CpuRestoration.floats(CpuSnapshot.values(arrays.get("origin")));
    float[] ages = CpuRestoration.floats(CpuSnapshot.values(arrays.get("age")));
    if (clock.length != 1 || origins.length != order.branches() || ages.length != origins.length) {
      return;
    }
    order.writeBranches(origins, bySlice(Repetition::origins));
    float[][] agesBySlice = bySlice(slice -> new float[slice.origins().length]);
    order.writeBranches(ages, agesBySlice);
    for (int slice = 0; slice < slices.length; slice++) {
      slices[slice].resume((long) clock[0], agesBySlice[slice]);
    }
  }

  private float[][] bySlice(Function<Repetition, float[]> part) {
    return Arrays.stream(slices).map(part).toArray(float[][]::new);
  }
}
