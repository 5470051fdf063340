package dev.glia.topologies;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;
import org.osgi.service.component.annotations.Component;

/** Source i to target i; both populations have the same size. */
@Component(property = {Topology.ID + "=one-to-one", Topology.VERSION + "=1.0.0"})
public final class OneToOne implements Topology {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.TOPOLOGY,
          "one-to-one",
          "1.0.0",
          "Neuron i of the source to neuron i of the target",
          "");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    if (source.size() != target.size()) {
      throw Fault.input(
          Sizes.differ("one-to-one", source, target)
              + " Make the sizes equal, or take all-to-all or fixed-in-degree.");
    }
    return new Straight(source.size());
  }

  private record Straight(int sources) implements Connectivity {
    @Override
    public int targets() {
      return sources;
    }

    @Override
    public Pattern pattern() {
      return Pattern.ONE_TO_ONE;
    }

    @Override
    public int[] row(int source) {
      return new int[] {Sizes.source(source, sources)};
    }

    @Override
    public long expectedSynapses() {
      return sources;
    }
  }
}
