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
 * NeuroCoreX cores behind serial ports: 90 integer neurons with plasticity on the chip.
 *
 * <p>Devices are {@code virtual}, a board in software behind a pseudo-terminal, and every USB
 * serial port of the machine by its path, as {@code /dev/ttyUSB1}; what's there is found out when a
 * network is deployed, so that ports of other things aren't disturbed. More ports, separated by
 * commas, are taken from the environment variable {@code GLIA_SERIAL_PORTS}. Safe for any thread.
 */
@org.osgi.service.component.annotations.Component(
    service = HardwareDriver.class,
    property = {Component.ID + "=neurocorex-fpga", Component.VERSION + "=1.0.0"})
public final class NeuroCoreDriver implements HardwareDriver {
  private static final int PATIENCE_MILLIS = 1000;
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DRIVER,
          "neurocorex-fpga",
          "1.0.0",
          "90 integer neurons with plasticity on an FPGA, behind a serial port",
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
              Limit.NEURONS, (long) Layout.NEURONS,
              Limit.SYNAPSES, (long) Layout.NEURONS * (Layout.NEURONS - 1 + Layout.INPUTS),
              Limit.INPUTS, (long) Layout.INPUTS),
          Set.of(
              Ability.READS_WEIGHTS,
              Ability.WRITES_WEIGHTS,
              Ability.SETS_PARAMETERS,
              Ability.SETS_STATE,
              Ability.FORCES_SPIKES,
              Ability.TRACES_STATE,
              Ability.LEARNS,
              Ability.EXACT_STATES));

  private final Map<String, Device> known = new LinkedHashMap<>();

  public NeuroCoreDriver() {
    known.put(
        "virtual",
        new NeuroCoreDevice("virtual", new VirtualPlug(Dialect.CHECKED), PATIENCE_MILLIS));
  }

  /** A driver of certain devices only. */
  NeuroCoreDriver(Device... devices) {
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
              path, p -> new NeuroCoreDevice(p, new PortPlug(p), PATIENCE_MILLIS)));
    }
    return devices;
  }

  @Override
  public Fit fit(Network network) {
    return map(network, DeployOptions.DEFAULT).fit();
  }

  @Override
  public Mapping map(Network network, DeployOptions options) {
    return NetworkMapper.map(network, options, Dialect.CHECKED);
  }
}
