package dev.glia.drivers.neurocorex.device;

import dev.glia.api.component.Component;
import dev.glia.api.device.Ability;
import dev.glia.api.device.Device;
import dev.glia.api.device.HardwareDriver;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import java.util.Set;

/**
 * NeuroCoreX cores behind serial ports: 90 integer neurons with plasticity on the chip.
 *
 * <p>Devices are {@code virtual}, a board in software behind a pseudo-terminal, and every USB
 * serial port of the machine by its path, as {@code /dev/ttyUSB1}. More ports, separated by commas,
 * are taken from the environment variable {@code GLIA_SERIAL_PORTS}. Safe for any thread.
 */
@org.osgi.service.component.annotations.Component(
    service = HardwareDriver.class,
    property = {Component.ID + "=neurocorex-fpga", Component.VERSION + "=1.0.0"})
public final class NeuroCoreDriver extends CoreDriver {
  public NeuroCoreDriver() {
    this(new Device[0]);
  }

  /** A driver of certain devices only. */
  NeuroCoreDriver(Device... devices) {
    super(
        Dialect.CHECKED,
        "neurocorex-fpga",
        "90 integer neurons with plasticity on an FPGA, behind a serial port",
        Set.of(
            Ability.READS_WEIGHTS,
            Ability.WRITES_WEIGHTS,
            Ability.SETS_PARAMETERS,
            Ability.SETS_STATE,
            Ability.FORCES_SPIKES,
            Ability.TRACES_STATE,
            Ability.LEARNS,
            Ability.EXACT_STATES),
        devices);
  }
}
