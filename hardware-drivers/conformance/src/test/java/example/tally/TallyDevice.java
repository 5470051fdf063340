package example.tally;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.Fit;
import dev.glia.api.device.Gauge;
import dev.glia.api.device.Mapping;
import dev.glia.api.network.Network;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.DeviceHealth.Condition;
import dev.glia.v1.Telemetry;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** One board, for one network at a time. */
final class TallyDevice implements Device {
  private static final String ID = "board-1";

  private final TallyBoard board;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final AtomicLong events = new AtomicLong();

  TallyDevice(TallyBoard board) {
    this.board = board;
  }

  TallyBoard board() {
    return board;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public boolean isInProcess() {
    return true; // simulated: leave this out when there's a cable
  }

  @Override
  public DeviceHealth health() {
    DeviceHealth.Builder health = DeviceHealth.newBuilder().setDevice(ID);
    if (!board.isPlugged()) {
      health.setCondition(Condition.CONDITION_LOST).setReason("the board is unplugged");
    } else if (taken.get()) {
      health.setCondition(Condition.CONDITION_BUSY).setReason("a network is on it");
    } else {
      health.setCondition(Condition.CONDITION_READY);
    }
    return health.build();
  }

  @Override
  public Telemetry telemetry() {
    return Telemetry.newBuilder()
        .setDevice(ID)
        .setAt(System.currentTimeMillis())
        .addReadings(Gauge.EVENTS.reading(events.get()))
        .build();
  }

  @Override
  public Deployment deploy(Network network, DeployOptions options) throws DeviceException {
    Fit fit = Mapping.of(network, term -> TallyMapping.fate(network, term)).fit();
    if (!fit.fits()) {
      Fit.Finding first = fit.problems().getFirst();
      throw new DeviceException(first.where() + ": " + first.what());
    }
    if (!taken.compareAndSet(false, true)) {
      throw new DeviceException(ID + ": a network is on it already; close that first");
    }
    try {
      return new TallyDeployment(network, board, events, () -> taken.set(false));
    } catch (IOException e) {
      taken.set(false);
      throw new DeviceException(ID + ": " + e.getMessage() + "; is it plugged in?", e);
    }
  }
}
