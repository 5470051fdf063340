package dev.glia.drivers.neurocorex.device;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.Ability;
import dev.glia.api.device.Capabilities;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Device;
import dev.glia.api.device.Fit;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.Limit;
import dev.glia.api.device.Mapping;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.network.Network;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.mapping.NetworkMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cores of one dialect: {@code virtual}, one in software behind a pseudo-terminal, and whatever is
 * behind the machine's serial ports. What's there is found out when a network is deployed, so that
 * ports of other things aren't disturbed. Safe for any thread.
 */
abstract sealed class CoreDriver implements HardwareDriver
    permits NeuroCoreDriver, PublishedCoreDriver {
  private static final int PATIENCE_MILLIS = 1000;

  private final Dialect dialect;
  private final Descriptor descriptor;
  private final Capabilities capabilities;

  /** By id: ports that have been seen once are the same devices when they're seen again. */
  private final Map<String, Device> known = new LinkedHashMap<>();

  /** Whether there are no devices but those that were given. */
  private final boolean closed;

  /** A driver of all cores that there are, or of the given ones only. */
  CoreDriver(
      Dialect dialect, String id, String summary, Set<Ability> abilities, Device... devices) {
    this.dialect = dialect;
    descriptor = Descriptor.of(ComponentKind.DRIVER, id, "1.0.0", summary, "arXiv:2506.14138");
    capabilities = capabilities(dialect.neurons(), abilities);
    closed = devices.length > 0;
    for (Device device : devices) {
      known.put(device.id(), device);
    }
  }

  private static Capabilities capabilities(long neurons, Set<Ability> abilities) {
    return new Capabilities(
        List.of(
            "integrate-and-fire with a constant leak and a reset to 0, compared before the input"
                + " of a tick is added",
            "sources that nothing projects to, on the host"),
        List.of("jumps of the membrane"),
        List.of("steps of whole numbers within rectangular windows"),
        List.of(NetworkMapper.FORMAT, new NumberFormat("int8", 0x1p-8, true)),
        Map.of(
            Limit.NEURONS,
            neurons,
            Limit.SYNAPSES,
            neurons * (neurons - 1 + Layout.INPUTS),
            Limit.INPUTS,
            (long) Layout.INPUTS),
        abilities);
  }

  @Override
  public final Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public final NumberFormat numberFormat() {
    return NetworkMapper.FORMAT;
  }

  @Override
  public final Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public final synchronized List<Device> devices() {
    if (closed) {
      return List.copyOf(known.values());
    }
    List<Device> devices = new ArrayList<>();
    devices.add(device("virtual", new VirtualPlug(dialect)));
    for (String path : SerialPorts.paths()) {
      devices.add(device(path, new PortPlug(path)));
    }
    return devices;
  }

  private Device device(String id, NeuroCoreDevice.Plug plug) {
    return known.computeIfAbsent(id, i -> new NeuroCoreDevice(i, plug, PATIENCE_MILLIS, dialect));
  }

  @Override
  public final Fit fit(Network network) {
    return map(network, DeployOptions.DEFAULT).fit();
  }

  @Override
  public final Mapping map(Network network, DeployOptions options) {
    return NetworkMapper.map(network, options, dialect);
  }
}
