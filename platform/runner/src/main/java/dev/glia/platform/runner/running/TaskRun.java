package dev.glia.platform.runner.running;

import dev.glia.api.data.Sample;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.encoding.Presentation;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.api.random.RandomStream;
import dev.glia.platform.runner.RunProgress;
import dev.glia.platform.runner.building.TaskPlan;
import dev.glia.platform.runner.results.Gatherer;
import dev.glia.v1.Checkpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run that shows samples one after the other: encodes each, forces the teacher's spikes, repeats
 * what was too weak, reads the answer.
 */
final class TaskRun implements Course {
  private static final String UNIT = "presentations";

  /** Entities of the random streams of a presentation and its repetitions don't overlap. */
  private static final long MOST_SHOWINGS = 1L << 12;

  private final TaskPlan task;
  private final TaskData data;
  private final Network network;
  private final Deployment deployment;
  private final Stepper stepper;
  private final Gatherer gatherer;
  private final WeightReadings weights;
  private final Checkpoints checkpoints;
  private final Control control;
  private final Population driven;
  private final Stimulus stimulus;
  private final ForcedSpikes forced = new ForcedSpikes();
  private final List<String> learning;
  private final Map<String, double[]> resting = new LinkedHashMap<>();
  private final Score score = new Score();

  TaskRun(
      TaskPlan task,
      TaskData data,
      Deployment deployment,
      Stepper stepper,
      Gatherer gatherer,
      WeightReadings weights,
      Checkpoints checkpoints,
      Control control) {
    this.task = task;
    this.data = data;
    this.network = deployment.network();
    this.deployment = deployment;
    this.stepper = stepper;
    this.gatherer = gatherer;
    this.weights = weights;
    this.checkpoints = checkpoints;
    this.control = control;
    this.driven = network.populations().get(task.into());
    this.stimulus = new Stimulus(driven, task.presentTicks());
    this.learning =
        network.projections().stream()
            .filter(p -> p.learning().isPresent())
            .map(Projection::name)
            .toList();
    gatherer.expectAnswers();
    if (task.readout() >= 0) {
      gatherer.watch(task.readout());
    }
    task.boost().ifPresent(boost -> gatherer.watch(boost.population()));
  }

  @Override
  public boolean run(Checkpoint from) throws DeviceLostException {
    score.restore(Checkpoints.course(from));
    long presentation = from.getPresentation();
    for (int phase = from.getPhase(); phase < task.phases().size(); phase++) {
      enter(phase);
      long total = data.presentations(phase);
      for (long k = presentation; k < total; k++) {
        boolean stop = control.isCancelled();
        if (stop || checkpoints.isDue()) {
          checkpoints.write(phase, k, score.save());
        }
        if (stop) {
          return false;
        }
        weights.read();
        present(phase, k);
        checkpoints.presented();
        control.progress(
            task.phases().get(phase).name(), k + 1, total, UNIT, () -> score.metrics());
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
    resting.clear();
    for (TaskPlan.Setting setting : phase.settings()) {
      double[] value = {setting.value()};
      deployment.setParameter(setting.population(), setting.parameter(), value);
      if (setting.population().equals(driven.name())) {
        resting.put(setting.parameter(), value);
      }
    }
    for (String projection : learning) {
      deployment.setLearning(projection, phase.learning());
    }
  }

  private void leave(int index) throws DeviceLostException {
    for (TaskPlan.Setting setting : task.phases().get(index).settings()) {
      double[] former =
          network.population(setting.population()).parameters().get(setting.parameter()).toArray();
      deployment.setParameter(setting.population(), setting.parameter(), former);
    }
  }

  private void present(int index, long presentation) throws DeviceLostException {
    TaskPlan.Phase phase = task.phases().get(index);
    SampleOrder order = data.order(index);
    Sample sample = data.dataset(index).sample(order.sample(presentation));
    int label = order.label(presentation, sample.label());
    if (phase.learning()) {
      for (String projection : learning) {
        deployment.raise(projection, LearningEquations.PRESENTATION);
      }
    }
    int showings = 1;
    double strength = task.boost().map(TaskPlan.Boost::from).orElse(1.0);
    show(phase, sample, label, presentation * MOST_SHOWINGS, strength);
    while (isTooQuiet(strength)) {
      TaskPlan.Boost boost = task.boost().orElseThrow();
      strength = boost.from() + boost.step() * showings;
      show(phase, sample, label, presentation * MOST_SHOWINGS + showings, strength);
      showings++;
    }
    score.shown(showings);
    if (phase.answered()) {
      int[] counts = gatherer.windowCounts(task.readout());
      int answer = Readout.mostSpikes(counts);
      long until = stepper.now() - task.restTicks();
      gatherer.answer(index, label, answer, counts, until - task.presentTicks(), until);
      score.answered(answer == label);
    }
  }

  private boolean isTooQuiet(double strength) {
    if (task.boost().isEmpty()) {
      return false;
    }
    TaskPlan.Boost boost = task.boost().get();
    long spikes = 0;
    for (int count : gatherer.windowCounts(boost.population())) {
      spikes += count;
    }
    return spikes < boost.below() && strength + boost.step() <= boost.upTo();
  }

  /** Shows a sample once, and rests. The counts of the window are those of the showing. */
  private void show(TaskPlan.Phase phase, Sample sample, int label, long entity, double strength)
      throws DeviceLostException {
    stimulus.clear();
    Presentation presentation =
        new Presentation(
            driven.size(),
            task.presentTicks(),
            network.dt(),
            strength,
            new RandomStream(network.seed(), "task/" + phase.name() + "/encode", entity));
    task.encoder().encode(sample, presentation, task.encoderParameters(), stimulus);
    stimulus.sort();
    force(phase, label, entity);
    for (int i = 0; i < stimulus.parameters(); i++) {
      deployment.setParameter(driven.name(), stimulus.name(i), stimulus.values(i));
    }
    gatherer.openWindow();
    advance(task.presentTicks());
    for (int i = 0; i < stimulus.parameters(); i++) {
      deployment.setParameter(driven.name(), stimulus.name(i), atRest(stimulus.name(i)));
    }
    if (task.restTicks() > 0) {
      gatherer.closeWindow();
      advance(task.restTicks());
    }
  }

  private double[] atRest(String parameter) {
    return resting.computeIfAbsent(parameter, name -> driven.parameters().get(name).toArray());
  }

  /** Joins the encoder's and the teacher's spikes in the order of ticks. */
  private void force(TaskPlan.Phase phase, int label, long entity) {
    long begin = stepper.now();
    forced.clear();
    int next = 0;
    if (phase.taught()) {
      TaskPlan.Teacher teacher = task.teacher().orElseThrow();
      RandomStream random =
          new RandomStream(network.seed(), "task/" + phase.name() + "/teacher", entity);
      for (int tick = 1; tick <= task.presentTicks(); tick++) {
        while (next < stimulus.spikes() && stimulus.spikeTick(next) <= tick) {
          forced.add(begin + stimulus.spikeTick(next), task.into(), stimulus.spikeNeuron(next));
          next++;
        }
        if (random.nextDouble() < teacher.probability() && label >= 0) {
          forced.add(begin + tick, teacher.population(), label);
        }
      }
    }
    for (; next < stimulus.spikes(); next++) {
      forced.add(begin + stimulus.spikeTick(next), task.into(), stimulus.spikeNeuron(next));
    }
  }

  private void advance(int ticks) throws DeviceLostException {
    int left = ticks;
    while (left > 0) {
      left -= stepper.step(left, forced);
      if (control.isUrgent()) {
        throw new AbandonedException();
      }
    }
  }
}
