package dev.glia.api.environment;

import dev.glia.api.component.Component;
import dev.glia.api.component.Parameters;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes environments: a grid world, an arm, a game. */
@ConsumerType
public interface EnvironmentSource extends Component {
  /** A fresh environment; all its randomness comes from the key. */
  Environment open(Parameters parameters, long key);
}
