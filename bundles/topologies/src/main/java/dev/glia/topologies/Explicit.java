package dev.glia.topologies;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/**
 * Synapses as they are listed.
 *
 * <p>{@code synapses} is a list of {@code [from, to]}, {@code [from, to, weight]} or {@code [from,
 * to, weight, delay]}, counted from 0, or a file of such: {@code {file: synapses.csv, columns:
 * [from, to, weight, delay], weight: nA, delay: ms}}. All entries have the same length. Weights and
 * delays of a list carry units ({@code 0.5 nA}, {@code 1.5 ms}); a file's units stand beside it.
 * What isn't listed is decided by the projection. Such a file may be a NumPy array, too; without
 * {@code columns} that is a matrix of weights, as runs leave them: {@code {file: w.npy, weight:
 * nA}}.
 */
@Component(property = {Topology.ID + "=explicit", Topology.VERSION + "=1.1.0"})
public final class Explicit implements Topology {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.TOPOLOGY,
          "explicit",
          "1.1.0",
          "Synapses from a list, a CSV file or a NumPy array, with weights and delays if given",
          "",
          ParameterSchema.structure(
              "synapses",
              "list of [from, to], [from, to, weight] or [from, to, weight, delay]; or {file:"
                  + " synapses.csv, columns: [from, to, weight, delay], weight: nA, delay: ms}; or"
                  + " {file: w.npy, weight: nA}, a matrix"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    SynapseList list = new SynapseList(source, target);
    if (!parameters.has("synapses")) {
      throw Fault.input("explicit needs its synapses. Write {explicit: [[0, 1], [1, 2]]}.");
    }
    switch (parameters.value("synapses")) {
      case List<?> entries -> ListedSynapses.read(entries, list);
      case Map<?, ?> file -> SynapseFile.of(file).read(list);
      case Object other ->
          throw Fault.input(
              "explicit: synapses is a list of [from, to], or {file: synapses.csv}, not " + other);
    }
    return list.rows();
  }
}
