package dev.glia.api.device;

import dev.glia.api.component.Component;
import dev.glia.api.network.Network;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Finds devices of one kind and says which networks they can take. Safe for any thread. */
@ConsumerType
public interface HardwareDriver extends Component {
  /** The number format of its state, which the conformance kit holds it to. */
  NumberFormat numberFormat();

  /**
   * Devices that are there now, by probing hardware if need be; answers within a few seconds. A
   * device that stays keeps its id, and one that comes back gets the id that it had. One that is in
   * use, by this process or another, is listed and isn't disturbed.
   */
  List<Device> devices();

  /**
   * Whether its devices can run a network, and what doesn't fit; pure, touches no device. A driver
   * that maps term by term returns {@code map(network, DeployOptions.DEFAULT).fit()}.
   */
  Fit fit(Network network);

  /**
   * What its devices can run; the same at every call, touches no device.
   *
   * @since 1.1
   */
  default Capabilities capabilities() {
    return Capabilities.undeclared(numberFormat());
  }

  /**
   * What it makes of a network, term by term; pure, touches no device. Covers all of {@link
   * NetworkTerm#of}, and fits exactly if {@link Device#deploy} would take the network on a device
   * that is ready. The default knows only what {@link #fit} tells.
   *
   * @param options whose pinned choices may change what fits
   * @throws IllegalArgumentException if a pinned choice is unknown or impossible
   * @since 1.1
   */
  default Mapping map(Network network, DeployOptions options) {
    return Mapping.of(network, fit(network), numberFormat());
  }

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

  /**
   * Tells a listener of devices that come and go, until the registration is closed.
   *
   * <p>Only for drivers that are told by their hardware. The default says that this one isn't, and
   * that {@link #devices} should be asked from time to time instead: neither serial ports nor local
   * sockets have events that work everywhere, listing them takes milliseconds, and one poller in
   * the platform for all drivers is less to get wrong than a thread in each.
   *
   * @return the registration; empty if this driver has to be asked
   * @since 1.1
   */
  default Optional<DeviceEvents> listen(DeviceListener listener) {
    return Optional.empty();
  }
}
