package dev.glia.topologies;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;
import java.util.Arrays;
import org.osgi.service.component.annotations.Component;

/** Source i to every target but i: lateral inhibition. A driver needs no N² storage for it. */
@Component(property = {Topology.ID + "=all-but-one", Topology.VERSION + "=1.0.0"})
public final class AllButOne implements Topology {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.TOPOLOGY,
          "all-but-one",
          "1.0.0",
          "Neuron i of the source to every neuron of the target but neuron i",
          "");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    if (source.size() != target.size()) {
      throw Fault.input(
          Sizes.differ("all-but-one", source, target)
              + " Make the sizes equal, or take all-to-all.");
    }
    return new Others(source.size());
  }

  /** Everyone else, in populations of this size. */
  record Others(int sources) implements Connectivity {
    @Override
    public int targets() {
      return sources;
    }

    @Override
    public Pattern pattern() {
      return Pattern.ALL_BUT_ONE;
    }

    @Override
    public int[] row(int source) {
      Sizes.source(source, sources);
      int[] row = new int[sources - 1];
      Arrays.setAll(row, place -> place < source ? place : place + 1);
      return row;
    }

    @Override
    public long expectedSynapses() {
      return (long) sources * (sources - 1);
    }
  }
}
