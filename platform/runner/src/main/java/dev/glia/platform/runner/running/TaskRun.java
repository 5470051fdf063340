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
import java.util.Optional;

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
  private final Standing standing;
  private final Intervenor intervenor;
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
      Standing standing,
      Intervenor intervenor,
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
    this.standing = standing;
    this.intervenor = intervenor;
    this.control = control;
    this.presenter = new Presenter(task, deployment, standing, control::isUrgent);
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
  public Ending run(Checkpoint from) throws DeviceLostException {
    score.restore(Checkpoints.course(from));
    recorded = Checkpoints.recorded(from);
    long presentation = from.getPresentation();
    for (int phase = from.getPhase(); phase < task.phases().size(); phase++) {
      if (!from.hasState() || phase != from.getPhase()) {
        enter(phase);
      }
      presenter.enter(phase);
      long total = data.presentations(phase);
      Optional<Ending> early =
          task.phases().get(phase).independent()
              ? showIndependently(phase, presentation, total)
              : showInTurn(phase, presentation, total);
      if (early.isPresent()) {
        return early.get();
      }
      control.report(
          new RunProgress(task.phases().get(phase).name(), total, total, UNIT, score.metrics()));
      leave(phase);
      score.clear();
      presentation = 0;
    }
    return new Ending.Reached();
  }

  /** Sets what holds for a phase; from then on it's part of the network's state. */
  private void enter(int index) throws DeviceLostException {
    TaskPlan.Phase phase = task.phases().get(index);
    for (TaskPlan.Setting setting : phase.settings()) {
      double[] value = {setting.value()};
      deployment.setParameter(setting.population(), setting.parameter(), value);
    }
    for (String projection : learning) {
      deployment.setLearning(projection, phase.learning() && !standing.isCut(projection));
    }
  }

  private void leave(int index) throws DeviceLostException {
    for (TaskPlan.Setting setting : task.phases().get(index).settings()) {
      double[] former =
          standing.atRest(network.population(setting.population()), setting.parameter());
      deployment.setParameter(setting.population(), setting.parameter(), former);
    }
  }

  /** Each sample begins in the state that the last one left. */
  private Optional<Ending> showInTurn(int index, long from, long total) throws DeviceLostException {
    TaskPlan.Phase phase = task.phases().get(index);
    recorder.setShift(recorded - deployment.now());
    for (long k = from; k < total; k++) {
      boolean stop = control.isCancelled();
      if (stop || checkpoints.isDue()) {
        checkpoints.write(index, k, score.save(), recorded);
      }
      if (stop) {
        return Optional.of(new Ending.Stopped());
      }
      if (intervenor.isDue(recorded)) {
        Optional<Ending> move = attend(index, k, false);
        if (move.isPresent()) {
          return move;
        }
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
    return Optional.empty();
  }

  /** Carries out interventions before a sample; says if the run has to go on elsewhere. */
  private Optional<Ending> attend(int phase, long presentation, boolean repeats)
      throws DeviceLostException {
    Optional<Ticket> move = intervenor.attend(recorded, phase, repeats);
    if (move.isPresent()) {
      Checkpoint here =
          checkpoints.make(phase, presentation, score.save(), recorded, deployment::snapshot);
      return Optional.of(new Ending.Moving(here, move.get()));
    }
    presenter.enter(phase);
    return Optional.empty();
  }

  /** Each sample begins in the state in which the phase began, or an intervention changed it. */
  private Optional<Ending> showIndependently(int index, long from, long total)
      throws DeviceLostException {
    long first = deployment.now();
    long stride = task.mostTicks();
    long next = from;
    while (true) {
      if (deployment instanceof Shadow both) {
        both.at(recorded); // samples that were shown ahead of an intervention are shown again
      }
      NetworkState start = deployment.snapshot();
      Return back = Return.to(deployment, start);
      Listener listener = new Listener(index, next, total, start, frozen());
      boolean whole = showSome(index, start, listener, first, stride, total);
      if (whole) {
        back.to(first + total * stride);
        return Optional.empty();
      }
      if (listener.stopped) {
        return Optional.of(new Ending.Stopped());
      }
      // What broke off may have left a stimulus in the parameters: not the way of the mark.
      deployment.restore(start);
      next = listener.next;
      Optional<Ending> move = attend(index, next, true);
      if (move.isPresent()) {
        return move;
      }
    }
  }

  private WeightReadings.Source frozen() throws DeviceLostException {
    Map<String, float[]> frozen = new HashMap<>();
    for (String projection : weights.projections()) {
      frozen.put(projection, deployment.readWeights(projection));
    }
    return frozen::get;
  }

  private boolean showSome(
      int index, NetworkState start, Listener listener, long first, long stride, long total)
      throws DeviceLostException {
    int useful = (int) Math.min(lanes, total - listener.next);
    try (Lanes open = Lanes.open(task, index, start, standing, deployment, spares, useful)) {
      return new IndependentPhase(open, samples(index), listener, first, stride)
          .run(listener.next, total, () -> new Reel(network));
    }
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
    private long next;
    private boolean stopped;
    private final WeightReadings.Source frozen;

    Listener(int phase, long next, long total, NetworkState start, WeightReadings.Source frozen) {
      this.phase = phase;
      this.next = next;
      this.total = total;
      this.start = start;
      this.frozen = frozen;
    }

    @Override
    public boolean ready(long number) throws DeviceLostException {
      stopped = control.isCancelled();
      if (stopped || checkpoints.isDue()) {
        checkpoints.write(phase, number, score.save(), recorded, () -> start);
      }
      return !stopped && !intervenor.isDue(recorded);
    }

    @Override
    public void shown(long number, long began, Shown shown, Reel reel) throws DeviceLostException {
      weights.read(recorded, frozen);
      long shift = recorded - began;
      reel.play(gatherer, shift);
      note(phase, number, total, shown, shift);
      next = number + 1;
    }

    @Override
    public boolean isImpatient() {
      return control.isUrgent();
    }
  }
}
