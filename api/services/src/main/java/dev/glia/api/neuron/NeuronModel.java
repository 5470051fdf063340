package dev.glia.api.neuron;

import dev.glia.api.component.Component;
import dev.glia.api.equations.NeuronEquations;
import org.osgi.annotation.versioning.ConsumerType;

/** A model of a neuron, or of anything else that has state and may emit spikes. */
@ConsumerType
public interface NeuronModel extends Component {
  /** Its equations; called once a lease, the same at every call. */
  NeuronEquations equations();
}
