package dev.glia.api.training;

import dev.glia.api.component.Component;
import dev.glia.api.component.Parameters;
import org.osgi.annotation.versioning.ConsumerType;

/** A procedure that owns the loop: it decides what is shown when, and changes weights itself. */
@ConsumerType
public interface Trainer extends Component {
  /**
   * Trains until it's done or cancelled.
   *
   * <p>Called on one thread; may use others but leaves none running. Stops within a second of
   * {@link TrainingContext#isCancelled()}, at a state from which {@link TrainingContext#checkpoint}
   * has been called.
   *
   * @throws dev.glia.api.component.Fault if the network or data doesn't suit it
   */
  void train(TrainingContext context, Parameters parameters) throws Exception;
}
