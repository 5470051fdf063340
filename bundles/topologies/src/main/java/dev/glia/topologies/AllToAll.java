package dev.glia.topologies;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;
import java.util.Arrays;
import org.osgi.service.component.annotations.Component;

/** Every source to every target. */
@Component(property = {Topology.ID + "=all-to-all", Topology.VERSION + "=1.0.0"})
public final class AllToAll implements Topology {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.TOPOLOGY,
          "all-to-all",
          "1.0.0",
          "Every neuron of the source to every neuron of the target",
          "",
          SelfConnection.SCHEMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    return SelfConnection.isForbidden(parameters, source, target)
        ? new AllButOne.Others(source.size())
        : new Dense(source.size(), target.size());
  }

  private record Dense(int sources, int targets) implements Connectivity {
    @Override
    public Pattern pattern() {
      return Pattern.ALL_TO_ALL;
    }

    @Override
    public int[] row(int source) {
      Sizes.source(source, sources);
      int[] row = new int[targets];
      Arrays.setAll(row, target -> target);
      return row;
    }

    @Override
    public long expectedSynapses() {
      return (long) sources * targets;
    }
  }
}
