package dev.glia.platform.plugins.container;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;
import java.util.Map;

/** A component that doesn't come up. */
public final class FailingTopology implements Topology {
  void activate(Map<String, Object> properties) {
    throw new IllegalStateException("this component is made to fail");
  }

  @Override
  public Descriptor descriptor() {
    throw new AssertionError("never active");
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    throw new AssertionError("never active");
  }
}
