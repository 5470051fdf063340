package dev.glia.api.topology;

import dev.glia.api.component.Component;
import dev.glia.api.component.Parameters;
import org.osgi.annotation.versioning.ConsumerType;

/** A rule that says which source neuron is connected to which target neuron. */
@ConsumerType
public interface Topology extends Component {
  /**
   * Applies the rule.
   *
   * @param key key of the random stream that belongs to the projection: whatever is drawn for
   *     source neuron i comes from entity i of it
   * @throws dev.glia.api.component.Fault if sizes, shapes or parameters don't fit the rule
   */
  Connectivity connect(Layer source, Layer target, Parameters parameters, long key);
}
