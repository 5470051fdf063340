package dev.glia.platform.runner.running;

import com.google.protobuf.ByteString;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.platform.runner.RunOptions;
import dev.glia.platform.runner.results.CheckpointFile;
import dev.glia.platform.runner.results.Gatherer;
import dev.glia.platform.runner.results.RunDirectory;
import dev.glia.v1.Checkpoint;
import dev.glia.v1.NetworkState;

/** Keeps the checkpoints of one run. One thread. */
final class Checkpoints {
  private static final String TIMES = "times";
  private static final String READINGS = "readings";

  /** At most this part of the time goes into checkpoints. */
  private static final int RARITY = 20;

  private final RunDirectory directory;
  private final Deployment deployment;
  private final Gatherer gatherer;
  private final WeightReadings weights;
  private final Clockwork clockwork;
  private final ByteString experiment;
  private final Interventions interventions;
  private final long every;
  private final int presentations;
  private long last = System.nanoTime();
  private long cost;
  private int shown;

  Checkpoints(
      RunDirectory directory,
      Deployment deployment,
      Gatherer gatherer,
      WeightReadings weights,
      Clockwork clockwork,
      Interventions interventions,
      byte[] experiment,
      RunOptions options) {
    this.directory = directory;
    this.deployment = deployment;
    this.gatherer = gatherer;
    this.weights = weights;
    this.clockwork = clockwork;
    this.interventions = interventions;
    this.experiment = ByteString.copyFrom(experiment);
    this.every = options.checkpointEvery().toNanos();
    this.presentations = options.checkpointPresentations();
  }

  /** The checkpoint that every run begins with: nothing has happened. */
  static void first(RunDirectory directory, byte[] experiment) {
    CheckpointFile.write(
        directory, Checkpoint.newBuilder().setExperiment(ByteString.copyFrom(experiment)).build());
  }

  /** Notes that a sample was shown. */
  void presented() {
    shown++;
  }

  boolean isDue() {
    long since = System.nanoTime() - last;
    return since >= Math.max(every, RARITY * cost) || presentations > 0 && shown >= presentations;
  }

  /** Keeps the state at this tick boundary. */
  void write(int phase, long presentation, byte[] course, long recorded)
      throws DeviceLostException {
    write(phase, presentation, course, recorded, deployment::snapshot);
  }

  /** What to go on from. */
  interface State {
    NetworkState get() throws DeviceLostException;
  }

  /**
   * Keeps a state to go on from.
   *
   * @param recorded ticks in the record so far
   */
  void write(int phase, long presentation, byte[] course, long recorded, State state)
      throws DeviceLostException {
    long begin = System.nanoTime();
    CheckpointFile.write(directory, make(phase, presentation, course, recorded, state));
    last = System.nanoTime();
    cost = last - begin;
    shown = 0;
  }

  /** A checkpoint that isn't kept. */
  Checkpoint make(int phase, long presentation, byte[] course, long recorded, State state)
      throws DeviceLostException {
    return Checkpoint.newBuilder()
        .setExperiment(experiment)
        .setState(state.get())
        .setRecorded(recorded)
        .setPhase(phase)
        .setPresentation(presentation)
        .putAllGathered(gatherer.save())
        .putGathered(READINGS, ByteString.copyFrom(weights.save()))
        .putGathered(TIMES, ByteString.copyFrom(clockwork.save()))
        .putGathered("course", ByteString.copyFrom(course))
        .setTimeline(interventions.timeline())
        .build();
  }

  static byte[] course(Checkpoint checkpoint) {
    return checkpoint.getGatheredOrDefault("course", ByteString.EMPTY).toByteArray();
  }

  /** Ticks that were in the record. */
  static long recorded(Checkpoint checkpoint) {
    return checkpoint.getRecorded() > 0
        ? checkpoint.getRecorded()
        : checkpoint.getState().getTick();
  }

  static byte[] readings(Checkpoint checkpoint) {
    return checkpoint.getGatheredOrDefault(READINGS, ByteString.EMPTY).toByteArray();
  }

  static byte[] times(Checkpoint checkpoint) {
    return checkpoint.getGatheredOrDefault(TIMES, ByteString.EMPTY).toByteArray();
  }
}
