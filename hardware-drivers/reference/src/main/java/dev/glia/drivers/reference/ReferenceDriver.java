package dev.glia.drivers.reference;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.Ability;
import dev.glia.api.device.Capabilities;
import dev.glia.api.device.Device;
import dev.glia.api.device.Fit;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.network.Network;
import dev.glia.drivers.interpreter.InterpretedNetwork;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The float64 interpreter: slow and obvious, the oracle that every other driver is compared with.
 *
 * <p>Safe for any thread. Its only device is the machine itself and can hold any number of
 * deployments, each of which runs on the thread that calls it.
 */
@org.osgi.service.component.annotations.Component(
    service = HardwareDriver.class,
    property = {Component.ID + "=reference", Component.VERSION + "=1.0.0"})
public final class ReferenceDriver implements HardwareDriver {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DRIVER,
          "reference",
          "1.0.0",
          "Interprets the equations in float64 on one thread: slow, obvious, the oracle of tests",
          "");

  private static final Capabilities CAPABILITIES =
      new Capabilities(
          List.of("any equations"),
          List.of("any equations"),
          List.of("any rule"),
          List.of(NumberFormat.FLOAT64),
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

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NumberFormat numberFormat() {
    return NumberFormat.FLOAT64;
  }

  @Override
  public List<Device> devices() {
    return List.of(new ReferenceDevice());
  }

  @Override
  public Fit fit(Network network) {
    return InterpretedNetwork.check(network);
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }
}
