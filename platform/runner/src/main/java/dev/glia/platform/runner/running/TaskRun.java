package dev.glia.platform.runner.running;

import dev.glia.api.data.Sample;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.platform.runner.RunProgress;
import dev.glia.platform.runner.building.TaskPlan;
import dev.glia.platform.runner.results.Gatherer;
import dev.glia.v1.Checkpoint;
import dev.glia.v1.NetworkState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run that shows samples: one after the other, or several at once in phases where they are
 * independent. Results are the same however many.
 */
final class TaskRun implements Course {
  private static final String UNIT = "presentations";

  private final TaskPlan task;
  private final TaskData data;
  private final Network network;
  private final Deployment deployment;
  private final Spares spares;
  private final int lanes;
  private final Recorder recorder;
  private final Gatherer gatherer;
  private final WeightReadings weights;
  private final Checkpoints checkpoints;
  private final Control control;
  private final Presenter presenter;
  private final List<String> learning;
  private final Score score = new Score();

  /** Ticks in the record. */
  private long recorded;

  /**
   * A run.
   *
   * @param lanes how many independent samples are shown at once, if there's room
   */
  TaskRun(
      TaskPlan task,
      TaskData data,
      Deployment deployment,
      Spares spares,
      int lanes,
      Recorder recorder,
      Gatherer gatherer,
      WeightReadings weights,
      Checkpoints checkpoints,
      Control control) {
    this.task = task;
    this.data = data;
    this.network = deployment.network();
    this.deployment = deployment;
    this.spares = spares;
    this.lanes = lanes;
    this.recorder = recorder;
    this.gatherer = gatherer;
    this.weights = weights;
    this.checkpoints = checkpoints;
    this.control = control;
    this.presenter = new Presenter(task, deployment, control::isUrgent);
    this.learning =
        network.projections().stream()
            .filter(p -> p.learning().isPresent())
            .map(Projection::name)
            .toList();
    gatherer.expectAnswers();
  }

  @Override
  public long recorded() {
    return recorded;
  }

  @Override
  public boolean run(Checkpoint from) throws DeviceLostException {
    score.restore(Checkpoints.course(from));
    recorded = Checkpoints.recorded(from);
    long presentation = from.getPresentation();
    for (int phase = from.getPhase(); phase < task.phases().size(); phase++) {
      enter(phase);
      long total = data.presentations(phase);
      boolean whole =
          task.phases().get(phase).independent()
              ? showIndependently(phase, presentation, total)
              : showInTurn(phase, presentation, total);
      if (!whole) {
        return false;
      }
      control.report(
          new RunProgress(task.phases().get(phase).name(), total, total, UNIT, score.metrics()));
      leave(phase);
      score.clear();
      presentation = 0;
    }
    return true;
  }

  /** Sets what holds for a phase; harmless if it holds already. */
  private void enter(int index) throws DeviceLostException {
    TaskPlan.Phase phase = task.phases().get(index);
    for (TaskPlan.Setting setting : phase.settings()) {
      double[] value = {setting.value()};
      deployment.setParameter(setting.population(), setting.parameter(), value);
    }
    for (String projection : learning) {
      deployment.setLearning(projection, phase.learning());
    }
    presenter.enter(phase);
  }

  private void leave(int index) throws DeviceLostException {
    for (TaskPlan.Setting setting : task.phases().get(index).settings()) {
      double[] former =
          network.population(setting.population()).parameters().get(setting.parameter()).toArray();
      deployment.setParameter(setting.population(), setting.parameter(), former);
    }
  }

  /** Each sample begins in the state that the last one left. */
  private boolean showInTurn(int index, long from, long total) throws DeviceLostException {
    TaskPlan.Phase phase = task.phases().get(index);
    recorder.setShift(recorded - deployment.now());
    for (long k = from; k < total; k++) {
      boolean stop = control.isCancelled();
      if (stop || checkpoints.isDue()) {
        checkpoints.write(index, k, score.save(), recorded);
      }
      if (stop) {
        return false;
      }
      weights.read(recorded, deployment::readWeights);
      if (phase.learning()) {
        for (String projection : learning) {
          deployment.raise(projection, LearningEquations.PRESENTATION);
        }
      }
      Sample sample = sample(index, k);
      Shown shown = presenter.present(phase, k, sample, label(index, k, sample), recorder);
      note(index, k, total, shown, recorder.shift());
    }
    return true;
  }

  /** Each sample begins in the state in which the phase began. */
  private boolean showIndependently(int index, long from, long total) throws DeviceLostException {
    TaskPlan.Phase phase = task.phases().get(index);
    NetworkState start = deployment.snapshot();
    Return back = Return.to(deployment, start);
    Map<String, float[]> frozen = new HashMap<>();
    for (String projection : weights.projections()) {
      frozen.put(projection, deployment.readWeights(projection));
    }
    long first = deployment.now();
    long stride = task.mostTicks();
    boolean whole;
    try (Lanes open =
        Lanes.open(task, phase, start, deployment, spares, (int) Math.min(lanes, total - from))) {
      whole =
          new IndependentPhase(
                  open,
                  samples(index),
                  new Listener(index, total, start, frozen::get),
                  first,
                  stride)
              .run(from, total, () -> new Reel(network));
    }
    back.to(first + total * stride);
    return whole;
  }

  private IndependentPhase.Samples samples(int phase) {
    return new IndependentPhase.Samples() {
      @Override
      public Sample sample(long number) {
        return TaskRun.this.sample(phase, number);
      }

      @Override
      public int label(long number, Sample sample) {
        return TaskRun.this.label(phase, number, sample);
      }
    };
  }

  private Sample sample(int phase, long presentation) {
    return data.dataset(phase).sample(data.order(phase).sample(presentation));
  }

  private int label(int phase, long presentation, Sample sample) {
    return data.order(phase).label(presentation, sample.label());
  }

  /** Keeps what became of a sample, whose ticks were moved by {@code shift} in the record. */
  private void note(int index, long presentation, long total, Shown shown, long shift) {
    TaskPlan.Phase phase = task.phases().get(index);
    recorded = shown.end() + shift;
    score.shown(shown.showings());
    if (phase.answered()) {
      gatherer.answer(
          index,
          shown.label(),
          shown.answer(),
          shown.counts(),
          shown.from() + shift,
          shown.until() + shift);
      score.answered(shown.answer() == shown.label());
    }
    checkpoints.presented();
    control.progress(phase.name(), presentation + 1, total, UNIT, score::metrics);
  }

  /** Takes independent samples into the record, one behind the other. */
  private final class Listener implements IndependentPhase.Audience {
    private final int phase;
    private final long total;
    private final NetworkState start;
    private final WeightReadings.Source frozen;

    Listener(int phase, long total, NetworkState start, WeightReadings.Source frozen) {
      this.phase = phase;
      this.total = total;
      this.start = start;
      this.frozen = frozen;
    }

    @Override
    public boolean ready(long number) throws DeviceLostException {
      boolean stop = control.isCancelled();
      if (stop || checkpoints.isDue()) {
        checkpoints.write(phase, number, score.save(), recorded, () -> start);
      }
      return !stop;
    }

    @Override
    public void shown(long number, long began, Shown shown, Reel reel) throws DeviceLostException {
      weights.read(recorded, frozen);
      long shift = recorded - began;
      reel.play(gatherer, shift);
      note(phase, number, total, shown, shift);
    }

    @Override
    public boolean isImpatient() {
      return control.isUrgent();
    }
  }
}
