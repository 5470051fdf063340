package dev.glia.platform.runner.running;

import dev.glia.api.data.Sample;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.encoding.Presentation;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.random.RandomStream;
import dev.glia.platform.runner.building.TaskPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Presents samples to one deployment: encodes each, forces the teacher's spikes, repeats what was
 * too weak, reads the answer. One thread.
 */
final class Presenter {
  /** Entities of the random streams of a presentation and its repetitions don't overlap. */
  private static final long MOST_SHOWINGS = 1L << 12;

  private final TaskPlan task;
  private final Network network;
  private final Deployment deployment;
  private final BooleanSupplier abandoned;
  private final Population driven;
  private final Stimulus stimulus;
  private final Window window;
  private final Optional<Shadow> shadow;
  private final Stepper stepper;
  private final ForcedSpikes forced = new ForcedSpikes();
  private final Standing standing;
  private final Map<String, double[]> resting = new LinkedHashMap<>();

  /**
   * A presenter.
   *
   * @param abandoned asked now and then; if it says true the presentation is broken off
   */
  Presenter(TaskPlan task, Deployment deployment, Standing standing, BooleanSupplier abandoned) {
    this.standing = standing;
    this.task = task;
    this.network = deployment.network();
    this.deployment = deployment;
    this.abandoned = abandoned;
    this.driven = network.populations().get(task.into());
    this.stimulus = new Stimulus(driven, task.presentTicks());
    this.window = new Window(network);
    this.stepper = new Stepper(deployment, window, standing);
    this.shadow = deployment instanceof Shadow two ? Optional.of(two) : Optional.empty();
    if (task.readout() >= 0) {
      window.watch(task.readout());
      shadow.ifPresent(two -> two.window().watch(task.readout()));
    }
    task.boost().ifPresent(boost -> window.watch(boost.population()));
  }

  /** Takes what holds for a phase; its settings have been made. */
  void enter(int index) {
    resting.clear();
    for (TaskPlan.Setting setting : task.phases().get(index).settings()) {
      if (setting.population().equals(driven.name())) {
        double[] value =
            standing
                .valueIn(index, driven.name(), setting.parameter())
                .orElseGet(() -> new double[] {setting.value()});
        resting.put(setting.parameter(), value);
      }
    }
  }

  /**
   * Presents a sample.
   *
   * @param number of the presentation within its phase
   * @param tape takes what the deployment shows
   * @throws AbandonedException if it was broken off
   */
  Shown present(TaskPlan.Phase phase, long number, Sample sample, int label, Tape tape)
      throws DeviceLostException {
    window.over(tape);
    int showings = 0;
    do {
      show(phase, sample, label, number * MOST_SHOWINGS + showings, strength(showings));
      showings++;
    } while (isTooQuiet(showings));
    long end = deployment.now();
    long until = end - task.restTicks();
    int[] counts = phase.answered() ? window.counts(task.readout()).clone() : new int[0];
    int answer = Readout.mostSpikes(counts);
    if (phase.answered()) {
      shadow.ifPresent(two -> two.answered(phase.name(), label, answer, task.readout()));
    }
    return new Shown(label, answer, counts, showings, until - task.presentTicks(), until, end);
  }

  private double strength(int showing) {
    return task.boost().map(boost -> boost.strength(showing)).orElse(1.0);
  }

  private boolean isTooQuiet(int showings) {
    if (task.boost().isEmpty() || showings >= task.boost().get().mostShowings()) {
      return false;
    }
    TaskPlan.Boost boost = task.boost().get();
    long spikes = 0;
    for (int count : window.counts(boost.population())) {
      spikes += count;
    }
    return spikes < boost.below();
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
    window.open();
    shadow.ifPresent(two -> two.window().open());
    advance(task.presentTicks());
    for (int i = 0; i < stimulus.parameters(); i++) {
      deployment.setParameter(driven.name(), stimulus.name(i), atRest(stimulus.name(i)));
    }
    if (task.restTicks() > 0) {
      window.close();
      shadow.ifPresent(two -> two.window().close());
      advance(task.restTicks());
    }
  }

  private double[] atRest(String parameter) {
    return resting.computeIfAbsent(parameter, name -> standing.atRest(driven, name));
  }

  /** Joins the encoder's and the teacher's spikes in the order of ticks. */
  private void force(TaskPlan.Phase phase, int label, long entity) {
    long begin = deployment.now();
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
      if (abandoned.getAsBoolean()) {
        throw new AbandonedException();
      }
    }
  }
}
