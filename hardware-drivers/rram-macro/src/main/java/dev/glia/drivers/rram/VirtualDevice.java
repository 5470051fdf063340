package dev.glia.drivers.rram;

import dev.glia.api.device.DeviceException;
import dev.glia.drivers.rram.array.Physics;
import dev.glia.drivers.rram.host.VirtualMacros;

/**
 * A simulated die. Each deployment has a macro with it of its own, in a process that is started on
 * demand.
 */
final class VirtualDevice extends RramDevice {
  private final VirtualMacros macros;
  private final long seed;

  VirtualDevice(String id, long seed, VirtualMacros macros) {
    super(id);
    this.seed = seed;
    this.macros = macros;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean isInProcess() {
    return true;
  }

  @Override
  boolean isThere() {
    return true;
  }

  @Override
  Connection connect() throws DeviceException {
    VirtualMacros.Loan loan = macros.take();
    try {
      loan.client().form(seed, Physics.DEFAULT.message());
      loan.client().calibrate();
      return new Connection(loan.client(), loan::close);
    } catch (DeviceException e) {
      loan.close();
      throw e;
    }
  }
}
