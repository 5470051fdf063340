package dev.glia.drivers.neurocorex.device;

import dev.glia.api.component.Component;
import dev.glia.api.device.Ability;
import dev.glia.api.device.Device;
import dev.glia.api.device.HardwareDriver;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import java.util.Set;

/**
 * NeuroCoreX cores with ORNL's own RTL: 84 integer neurons, one input event a tick, and a wire
 * without checksums.
 *
 * <p>Devices are {@code virtual}, such a core in software behind a pseudo-terminal, and the serial
 * ports that {@link NeuroCoreDriver} has, too. Safe for any thread.
 */
@org.osgi.service.component.annotations.Component(
    service = HardwareDriver.class,
    property = {Component.ID + "=neurocorex-published", Component.VERSION + "=1.0.0"})
public final class PublishedCoreDriver extends CoreDriver {
  public PublishedCoreDriver() {
    this(new Device[0]);
  }

  /** A driver of certain devices only. */
  PublishedCoreDriver(Device... devices) {
    super(
        Dialect.PUBLISHED,
        "neurocorex-published",
        "NeuroCoreX as published: 84 integer neurons, one input event a tick, no checksums",
        Set.of(Ability.READS_WEIGHTS, Ability.TRACES_STATE, Ability.LEARNS),
        devices);
  }
}
