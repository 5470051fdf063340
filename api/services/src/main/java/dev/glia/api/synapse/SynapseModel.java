package dev.glia.api.synapse;

import dev.glia.api.component.Component;
import dev.glia.api.equations.SynapseEquations;
import org.osgi.annotation.versioning.ConsumerType;

/** A model of a synapse's effect on its target. */
@ConsumerType
public interface SynapseModel extends Component {
  /** Its equations; called once a lease, the same at every call. */
  SynapseEquations equations();
}
