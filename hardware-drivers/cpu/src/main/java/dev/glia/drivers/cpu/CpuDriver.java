package dev.glia.drivers.cpu;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.Ability;
import dev.glia.api.device.Capabilities;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Device;
import dev.glia.api.device.Fit;
import dev.glia.api.device.Forecast;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The CPU engine: equations compiled to vector loops over float32 arrays, synapses stored by what
 * they have in common, targets divided between threads. Results don't depend on the number of
 * threads. Safe for any thread.
 */
@org.osgi.service.component.annotations.Component(
    service = HardwareDriver.class,
    property = {Component.ID + "=cpu", Component.VERSION + "=1.0.0"})
public final class CpuDriver implements HardwareDriver {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DRIVER,
          "cpu",
          "1.0.0",
          "Compiles networks to vector loops and runs them on the processor's cores, in float32",
          "");

  private static final Capabilities CAPABILITIES =
      new Capabilities(
          List.of("any equations"),
          List.of("any equations", "continuous coupling without delays"),
          List.of("any rule that draws no random numbers"),
          List.of(NumberFormat.FLOAT32),
          Map.of(),
          Set.of(
              Ability.READS_WEIGHTS,
              Ability.WRITES_WEIGHTS,
              Ability.SETS_PARAMETERS,
              Ability.SETS_STATE,
              Ability.FORCES_SPIKES,
              Ability.TRACES_STATE,
              Ability.LEARNS,
              Ability.EXACT_STATES));

  private final List<Device> devices = List.of(new CpuDevice());

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NumberFormat numberFormat() {
    return NumberFormat.FLOAT32;
  }

  @Override
  public List<Device> devices() {
    return devices;
  }

  @Override
  public Fit fit(Network network) {
    return NetworkCheck.of(network);
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Forecast forecast(Network network, DeployOptions options) {
    return StoragePlan.of(network, options.pinned()).forecast();
  }
}
