package dev.glia.api.device;

import dev.glia.api.component.Component;
import dev.glia.api.network.Network;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Finds devices of one kind and says which networks they can take. Safe for any thread. */
@ConsumerType
public interface HardwareDriver extends Component {
  /** The number format of its state, which the conformance kit holds it to. */
  NumberFormat numberFormat();

  /** Devices that are there now; may probe hardware and block for a few seconds. */
  List<Device> devices();

  /** Whether its devices can run a network, and what doesn't fit; pure, touches no device. */
  Fit fit(Network network);

  /**
   * How it would store a network's projections, and what events would cost; pure, touches no
   * device.
   *
   * @throws IllegalArgumentException if a pinned choice is unknown or impossible
   * @since 1.1
   */
  default Forecast forecast(Network network, DeployOptions options) {
    return Forecast.NONE;
  }
}
