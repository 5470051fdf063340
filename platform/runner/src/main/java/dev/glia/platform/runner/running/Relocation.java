package dev.glia.platform.runner.running;

import dev.glia.api.component.Fault;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.platform.runner.InvalidExperiment;
import dev.glia.platform.runner.building.Leases;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.platform.runner.building.Resolver;
import dev.glia.platform.runner.building.SpecEdit;
import dev.glia.platform.runner.building.StateCarry;
import dev.glia.platform.runner.building.Wording;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.Intervention;
import dev.glia.v1.NetworkState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a run's network onto another device, or with other equations onto the same one. Either all
 * of it works, or the run is where it was. One thread.
 */
final class Relocation {
  private final Placement from;
  private final Devices devices;
  private final String purpose;

  /**
   * A relocation.
   *
   * @param purpose what a device is leased for, for others to read
   */
  Relocation(Placement from, Devices devices, String purpose) {
    this.from = from;
    this.devices = devices;
    this.purpose = purpose;
  }

  /**
   * A network in its new place.
   *
   * @param placement in the state that the old one was in; the old one is closed
   * @param exact what was done, to be repeated
   * @param message for people
   */
  record Moved(Placement placement, Intervention exact, String message) {}

  /** It can't be done, and the reason; the old placement works as before. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }
  }

  /**
   * Moves.
   *
   * @param state of the old placement
   */
  Moved move(Intervention what, NetworkState state) throws Refused {
    Leases leases = from.leases().successor();
    try {
      Moved moved = move(what, state, leases);
      leases.takeOver();
      return moved;
    } catch (InvalidExperiment e) {
      leases.close();
      throw new Refused(e.getMessage());
    } catch (Fault e) {
      leases.close();
      throw new Refused(e.getMessage());
    } catch (DeviceException | RuntimeException e) {
      leases.close();
      throw new Refused("the device or its driver failed: " + e.getMessage());
    } catch (Refused e) {
      leases.close();
      throw e;
    }
  }

  private Moved move(Intervention what, NetworkState state, Leases leases)
      throws Refused, DeviceException {
    Problems problems = new Problems();
    Optional<SpecEdit.Edited> edited =
        new SpecEdit(leases, problems).apply(from.spec(), what, state.getTick());
    problems.throwIfAny();
    ExperimentSpec spec = edited.orElseThrow().spec();
    Resolution resolution = new Resolver(spec, leases).resolve();
    StateCarry carry = StateCarry.between(from.resolution().network(), resolution.network());
    List<String> dropped = new ArrayList<>(edited.get().dropped());
    dropped.addAll(carry.dropped());
    if (!dropped.isEmpty() && !what.getModels().getAccept()) {
      throw new Refused(
          "it would drop "
              + String.join(", ", dropped)
              + fresh(carry, " and begin with ")
              + ". Add --accept, or accept: true in an experiment, if that's meant.");
    }
    int threads = what.hasTarget() ? what.getTarget().getThreads() : from.threads();
    Device device = devices.choose(resolution);
    boolean sameNetwork = what.hasTarget();
    Placement placement =
        device.isShared() || !from.isOn(resolution, device)
            ? beside(device, spec, leases, resolution, threads, state, carry, sameNetwork)
            : instead(spec, leases, resolution, threads, state, carry, sameNetwork);
    return new Moved(
        placement,
        edited.get().exact(),
        Wording.of(edited.get().exact())
            + (what.hasTarget() ? " (" + from.where() + " to " + placement.where() + ")" : "")
            + (dropped.isEmpty() ? "" : ", dropped " + String.join(", ", dropped))
            + fresh(carry, ", began with "));
  }

  private static String fresh(StateCarry carry, String words) {
    return carry.fresh().isEmpty()
        ? ""
        : words + String.join(", ", carry.fresh()) + " at the start value";
  }

  /** Loads the new network while the old one is still there. */
  private Placement beside(
      Device device,
      ExperimentSpec spec,
      Leases leases,
      Resolution resolution,
      int threads,
      NetworkState state,
      StateCarry carry,
      boolean sameNetwork)
      throws DeviceException {
    // Whoever has it keeps it: the run doesn't stand still for somebody else's.
    LeasedDevice leased = devices.take(device, resolution, purpose, ahead -> false);
    Placement to;
    try {
      to = Placement.on(leased, spec, leases, resolution, threads);
    } catch (RuntimeException | Error e) {
      leased.close();
      throw e;
    }
    try {
      settle(to.deployment(), state, carry, sameNetwork);
    } catch (DeviceException | RuntimeException e) {
      to.leave();
      throw e;
    }
    left();
    return to;
  }

  /** The device has room for one: if the new network can't go there, the old one does again. */
  private Placement instead(
      ExperimentSpec spec,
      Leases leases,
      Resolution resolution,
      int threads,
      NetworkState state,
      StateCarry carry,
      boolean sameNetwork)
      throws DeviceException {
    from.vacate();
    Placement to = null;
    try {
      to = Placement.on(from.device(), spec, leases, resolution, threads);
      settle(to.deployment(), state, carry, sameNetwork);
      return to;
    } catch (DeviceException | RuntimeException e) {
      if (to != null) {
        to.vacate();
      }
      from.reload();
      from.deployment().restore(state);
      throw e;
    }
  }

  private static void settle(
      Deployment deployment, NetworkState state, StateCarry carry, boolean sameNetwork)
      throws DeviceException {
    deployment.restore(sameNetwork ? state : carry.carry(state, deployment.snapshot()));
  }

  private void left() {
    try {
      from.leave();
    } catch (RuntimeException e) {
      System.getLogger(Relocation.class.getName())
          .log(System.Logger.Level.WARNING, "a deployment that was left can't be closed", e);
    }
  }
}
