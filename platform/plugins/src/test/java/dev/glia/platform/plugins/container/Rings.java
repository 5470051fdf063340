package dev.glia.platform.plugins.container;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Parameters;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;

/** Plugins with a ring, and the use of it. */
public final class Rings {
  private Rings() {}

  /** A plugin whose component has the bundle's version. */
  public static PluginJar plugin(String symbolicName, String version) {
    return PluginJar.of(symbolicName)
        .version(version)
        .component(RingTopology.class, ComponentKind.TOPOLOGY, "ring", version)
        .with(Ring.class);
  }

  /** Calls into the component; 3 if it works. */
  public static int use(Topology ring) {
    Layer layer = Layer.of("cells", 10);
    return ring.connect(layer, layer, Parameters.NONE, 0).row(2)[0];
  }
}
