package dev.glia.api.crossbar;

import dev.glia.api.component.Component;
import dev.glia.api.component.Parameters;
import dev.glia.api.device.DeviceException;
import org.osgi.annotation.versioning.ConsumerType;

/** Lends crossbar arrays of one kind. Safe for any thread. */
@ConsumerType
public interface CrossbarSource extends Component {
  /**
   * Takes an array for oneself: a die of its own, or the one on the bench.
   *
   * @param parameters as the descriptor says; {@code seed} chooses the die where it's a model
   * @return calibrated; the caller closes it
   * @throws DeviceException if there's none, or it's taken by somebody else
   */
  CrossbarArray open(Parameters parameters) throws DeviceException;
}
