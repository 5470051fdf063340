package dev.glia.drivers.neurocorex.device;

import dev.glia.api.component.Component;
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
 * NeuroCoreX cores with ORNL's own RTL: 84 integer neurons, one input event a tick, and a wire
 * without checksums.
 *
 * <p>Devices are {@code virtual}, such a core in software behind a pseudo-terminal, and the serial
 * ports that {@link NeuroCoreDriver} has, too. Whether it's a published core is found out when a
 * network is deployed. Safe for any thread.
 */
@org.osgi.service.component.annotations.Component(
    service = HardwareDriver.class,
    property = {Component.ID + "=neurocorex-published", Component.VERSION + "=1.0.0"})
public final class PublishedCoreDriver implements HardwareDriver {
  private static final int NEURONS = Dialect.PUBLISHED.neurons();
  private static final int PATIENCE_MILLIS = 1000;
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DRIVER,
          "neurocorex-published",
          "1.0.0",
          "NeuroCoreX as published: 84 integer neurons, one input event a tick, no checksums",
          "arXiv:2506.14138");

  private static final Capabilities CAPABILITIES =
      new Capabilities(
          List.of(
              "integrate-and-fire with a constant leak and a reset to 0, compared before the input"
                  + " of a tick is added",
              "sources that nothing projects to, on the host"),
          List.of("jumps of the membrane"),
          List.of("steps of whole numbers within rectangular windows"),
          List.of(NetworkMapper.FORMAT, new NumberFormat("int8", 0x1p-8, true)),
          Map.of(
              Limit.NEURONS, (long) NEURONS,
              Limit.SYNAPSES, (long) NEURONS * (NEURONS - 1 + Layout.INPUTS),
              Limit.INPUTS, (long) Layout.INPUTS),
          Set.of(Ability.READS_WEIGHTS, Ability.TRACES_STATE, Ability.LEARNS));

  private final Map<String, Device> known = new LinkedHashMap<>();

  public PublishedCoreDriver() {
    known.put(
        "virtual",
        new NeuroCoreDevice(
            "virtual", new VirtualPlug(Dialect.PUBLISHED), PATIENCE_MILLIS, Dialect.PUBLISHED));
  }

  /** A driver of certain devices only. */
  PublishedCoreDriver(Device... devices) {
    for (Device device : devices) {
      known.put(device.id(), device);
    }
    fixed = true;
  }

  private boolean fixed;

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NumberFormat numberFormat() {
    return NetworkMapper.FORMAT;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public synchronized List<Device> devices() {
    if (fixed) {
      return List.copyOf(known.values());
    }
    List<Device> devices = new ArrayList<>();
    devices.add(known.get("virtual"));
    for (String path : SerialPorts.paths()) {
      devices.add(
          known.computeIfAbsent(
              path,
              p -> new NeuroCoreDevice(p, new PortPlug(p), PATIENCE_MILLIS, Dialect.PUBLISHED)));
    }
    return devices;
  }

  @Override
  public Fit fit(Network network) {
    return map(network, DeployOptions.DEFAULT).fit();
  }

  @Override
  public Mapping map(Network network, DeployOptions options) {
    return NetworkMapper.map(network, options, Dialect.PUBLISHED);
  }
}
