package dev.glia.platform.plugins.container;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;
import java.util.Map;

/**
 * A component for plugins of tests: each neuron to the next. Its name comes from its declaration.
 */
public final class RingTopology implements Topology {
  private String id;
  private String version;

  /** Called by Declarative Services. */
  void activate(Map<String, Object> properties) {
    id = (String) properties.get(ID);
    version = (String) properties.get(VERSION);
  }

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(ComponentKind.TOPOLOGY, id, version, "Each neuron to the next", "");
  }

  /** Lets this very class be loaded late, when its bundle may have gone. */
  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    return new Ring(source.size(), target.size());
  }
}
