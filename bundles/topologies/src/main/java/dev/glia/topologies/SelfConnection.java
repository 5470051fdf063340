package dev.glia.topologies;

import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.topology.Layer;
import java.util.List;

/** Whether a neuron may be connected to itself: a question only within one population. */
final class SelfConnection {
  private static final String NAME = "self";
  private static final String FORBID = "forbid";

  static final ParameterSchema SCHEMA =
      ParameterSchema.choice(
          NAME,
          List.of("allow", FORBID),
          "whether a neuron may be connected to itself, where source and target are the same"
              + " population");

  private SelfConnection() {}

  static boolean isForbidden(Parameters parameters, Layer source, Layer target) {
    return parameters.text(NAME).equals(FORBID) && source.population().equals(target.population());
  }
}
