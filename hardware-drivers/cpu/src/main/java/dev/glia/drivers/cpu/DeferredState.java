package dev.glia.drivers.cpu;

import dev.glia.drivers.cpu.delivery.SynapseOrder;
import dev.glia.drivers.cpu.learning.Deferral;
import dev.glia.v1.Array;
import dev.glia.v1.ProjectionState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a projection has put off, in the neutral order: so that a restored network goes on bit for
 * bit as the one that was looked at, which applied nothing for it.
 */
final class DeferredState {
  private final Wires wires;
  private final Deferral[] slices;
  private final SynapseOrder order;

  DeferredState(Wires wires) {
    this.wires = wires;
    slices =
        IntStream.range(0, wires.synapses().length)
            .mapToObj(slice -> (Deferral) wires.learner(slice).putOff())
            .toArray(Deferral[]::new);
    order = Weights.order(wires);
  }

  /** Empty before the first tick. */
  List<Array> write() {
    if (slices[0].clock() == 0) {
      return List.of();
    }
    float[] weights = order.read(bySlice(Deferral::settledWeights));
    float[] last = order.read(bySlice(Deferral::last));
    float[] scale = order.readBranches(bySlice(Deferral::scale));
    float[] ages = order.readBranches(bySlice(Deferral::ages));
    float[] sums = readSums();
    return List.of(
        CpuSnapshot.doubles("clock", new double[] {slices[0].clock()}),
        CpuSnapshot.array("w", weights, weights.length),
        CpuSnapshot.array("last", last, last.length),
        CpuSnapshot.array("scale", scale, scale.length),
        CpuSnapshot.array("age", ages, ages.length),
        CpuSnapshot.array("sums", sums, sums.length));
  }

  /** Takes it over, after weights and variables. */
  void read(ProjectionState saved) {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    for (Array array : saved.getDeferredList()) {
      arrays.put(array.getName(), CpuRestoration.floats(CpuSnapshot.values(array)));
    }
    if (!fits(arrays) || !resume(saved, arrays)) {
      for (Deferral slice : slices) {
        slice.reset();
      }
    }
  }

  private boolean fits(Map<String, float[]> arrays) {
    int branches = order.branches();
    return hasLength(arrays, "clock", 1)
        && hasLength(arrays, "w", order.count())
        && hasLength(arrays, "last", order.count())
        && hasLength(arrays, "scale", branches)
        && hasLength(arrays, "age", branches)
        && hasLength(arrays, "sums", Deferral.EPOCHS * wires.target().size());
  }

  private static boolean hasLength(Map<String, float[]> arrays, String name, int length) {
    return arrays.containsKey(name) && arrays.get(name).length == length;
  }

  private boolean resume(ProjectionState saved, Map<String, float[]> arrays) {
    float[] weights = order.read(bySlice(Deferral::settledWeights));
    double clock = clock(saved);
    for (Deferral slice : slices) {
      slice.reset();
      slice.setClock((long) clock);
    }
    order.write(arrays.get("w"), bySlice(Deferral::settledWeights));
    order.write(arrays.get("last"), bySlice(Deferral::last));
    order.writeBranches(arrays.get("scale"), bySlice(Deferral::scale));
    float[][] ages = bySlice(slice -> new float[slice.scale().length]);
    order.writeBranches(arrays.get("age"), ages);
    writeSums(arrays.get("sums"));
    for (int slice = 0; slice < slices.length; slice++) {
      slices[slice].resume(ages[slice]);
    }
    if (Arrays.equals(Weights.read(wires), weights)) {
      return true;
    }
    order.write(weights, bySlice(Deferral::settledWeights)); // they were replaced in the state
    return false;
  }

  private static double clock(ProjectionState saved) {
    return saved.getDeferredList().stream()
        .filter(array -> array.getName().equals("clock"))
        .mapToDouble(array -> CpuSnapshot.values(array)[0])
        .findFirst()
        .orElseThrow();
  }

  private float[] readSums() {
    int targets = wires.target().size();
    float[] sums = new float[Deferral.EPOCHS * targets];
    visitSums((part, at, from, to) -> System.arraycopy(part, from, sums, at, to - from));
    return sums;
  }

  private void writeSums(float[] sums) {
    visitSums((part, at, from, to) -> System.arraycopy(sums, at, part, from, to - from));
  }

  private interface SumsVisitor {
    void visit(float[] part, int at, int from, int to);
  }

  private void visitSums(SumsVisitor visitor) {
    int targets = wires.target().size();
    for (int age = 0; age < Deferral.EPOCHS; age++) {
      for (int slice = 0; slice < slices.length; slice++) {
        float[] part = slices[slice].sumsOf(age);
        int from = wires.bounds()[slice];
        if (part != null) {
          visitor.visit(part, age * targets + from, from, wires.bounds()[slice + 1]);
        }
      }
    }
  }

  private float[][] bySlice(Function<Deferral, float[]> part) {
    return Arrays.stream(slices).map(part).toArray(float[][]::new);
  }
}
