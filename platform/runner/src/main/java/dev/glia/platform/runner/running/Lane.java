package dev.glia.platform.runner.running;

import dev.glia.api.data.Sample;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.platform.runner.building.TaskPlan;
import dev.glia.v1.NetworkState;
import java.util.function.BooleanSupplier;

/** One deployment that shows independent samples: each begins in the same state. One thread. */
final class Lane {
  private final TaskPlan.Phase phase;
  private final Presenter presenter;
  private final Return back;

  /**
   * A lane.
   *
   * @param deployment is in the state in which the samples begin
   * @param start that state
   * @param phase its index
   * @param abandoned says true when what is being shown won't be wanted any more
   */
  Lane(
      TaskPlan task,
      int phase,
      Deployment deployment,
      NetworkState start,
      Standing standing,
      BooleanSupplier abandoned)
      throws DeviceLostException {
    this.phase = task.phases().get(phase);
    this.presenter = new Presenter(task, deployment, standing, abandoned);
    this.back = Return.to(deployment, start);
    presenter.enter(phase);
  }

  /** Shows a sample that begins at a tick. */
  Shown show(long tick, long number, Sample sample, int label, Tape tape)
      throws DeviceLostException {
    back.to(tick);
    return presenter.present(phase, number, sample, label, tape);
  }
}
