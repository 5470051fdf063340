package dev.glia.platform.runner.running;

import dev.glia.api.component.Fault;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.platform.runner.building.Leases;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.platform.runner.building.Resolver;
import dev.glia.platform.runner.building.SpecEdit;
import dev.glia.platform.runner.building.Wording;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.Intervention;
import dev.glia.v1.LostPolicy;
import dev.glia.v1.NetworkState;
import dev.glia.v1.TargetSwap;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Finds a place for a run that has lost its device. One thread. */
final class Rescue {
  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Placement lost;
  private final Devices devices;
  private final String purpose;
  private final Control control;

  Rescue(Placement lost, Devices devices, String purpose, Control control) {
    this.lost = lost;
    this.devices = devices;
    this.purpose = purpose;
    this.control = control;
  }

  /**
   * A network in its new place.
   *
   * @param placement in the state of the checkpoint
   * @param exact what was done, to be repeated
   */
  record Rescued(Placement placement, Intervention exact, String message) {}

  /**
   * Waits for the device, then looks for another one.
   *
   * @param state to go on from; absent at the beginning of a run
   */
  Rescued rescue(LostPolicy policy, Optional<NetworkState> state) throws Relocation.Refused {
    leave();
    String reason = "no device came back";
    long deadline = System.nanoTime() + Math.round(policy.getWait() * 1e9);
    while (policy.getWait() > 0 && System.nanoTime() < deadline && !control.isCancelled()) {
      try {
        return back(state);
      } catch (Fault | DeviceException e) {
        reason = e.getMessage();
        LockSupport.parkNanos(BETWEEN_LOOKS);
      }
    }
    if (policy.getInstead().getId().isEmpty() || control.isCancelled()) {
      throw new Relocation.Refused(reason);
    }
    return elsewhere(policy.getInstead(), state);
  }

  /** A link that is broken may not even be closed. */
  private void leave() {
    try {
      lost.leave();
    } catch (RuntimeException e) {
      System.getLogger(Rescue.class.getName())
          .log(System.Logger.Level.DEBUG, "a lost deployment can't be closed", e);
    }
  }

  private Rescued back(Optional<NetworkState> state) throws DeviceException {
    Placement placement = place(lost.spec(), lost.leases(), lost.resolution(), state);
    Intervention exact = swap(lost.spec().getTarget());
    return new Rescued(placement, exact, placement.where() + " was lost, and is back");
  }

  private Rescued elsewhere(ComponentRef instead, Optional<NetworkState> state)
      throws Relocation.Refused {
    Leases leases = lost.leases().successor();
    try {
      Problems problems = new Problems();
      Optional<SpecEdit.Edited> edited =
          new SpecEdit(leases, problems).apply(lost.spec(), swap(instead), 0);
      problems.throwIfAny();
      ExperimentSpec spec = edited.orElseThrow().spec();
      Resolution resolution = new Resolver(spec, leases).resolve();
      Placement placement = place(spec, leases, resolution, state);
      leases.takeOver();
      Intervention exact = edited.get().exact();
      String message =
          lost.where() + " was lost: " + Wording.of(exact) + " (" + placement.where() + ")";
      return new Rescued(placement, exact, message);
    } catch (Fault | DeviceException e) {
      leases.close();
      throw new Relocation.Refused("and " + instead.getId() + " doesn't help: " + e.getMessage());
    }
  }

  private Intervention swap(ComponentRef target) {
    return Intervention.newBuilder()
        .setTarget(TargetSwap.newBuilder().setTarget(target).setThreads(lost.threads()))
        .build();
  }

  private Placement place(
      ExperimentSpec spec, Leases leases, Resolution resolution, Optional<NetworkState> state)
      throws DeviceException {
    Device device = devices.choose(resolution);
    LeasedDevice leased = devices.take(device, resolution, purpose, ahead -> false);
    Placement placement;
    try {
      placement = Placement.on(leased, spec, leases, resolution, lost.threads());
    } catch (RuntimeException | Error e) {
      leased.close();
      throw e;
    }
    try {
      if (state.isPresent()) {
        placement.deployment().restore(state.get());
      }
      return placement;
    } catch (IllegalArgumentException e) {
      placement.leave();
      throw new DeviceException("it can't take the state: " + e.getMessage(), e);
    } catch (DeviceException | RuntimeException e) {
      placement.leave();
      throw e;
    }
  }
}
