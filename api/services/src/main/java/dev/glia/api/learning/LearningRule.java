package dev.glia.api.learning;

import dev.glia.api.component.Component;
import dev.glia.api.equations.LearningEquations;
import org.osgi.annotation.versioning.ConsumerType;

/** A rule by which the weights of a projection change. */
@ConsumerType
public interface LearningRule extends Component {
  /** Its equations; called once a lease, the same at every call. */
  LearningEquations equations();
}
