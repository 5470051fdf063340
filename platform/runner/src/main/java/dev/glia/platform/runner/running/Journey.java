package dev.glia.platform.runner.running;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.network.Network;
import dev.glia.platform.runner.RunOptions;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.platform.runner.results.CheckpointFile;
import dev.glia.platform.runner.results.Gatherer;
import dev.glia.platform.runner.results.RunDirectory;
import dev.glia.v1.Checkpoint;
import dev.glia.v1.ComponentLease;
import dev.glia.v1.LostPolicy;
import dev.glia.v1.TimelineEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way of a run from its first tick, or where it's taken up again, to its last: a sequence of
 * courses, each on one deployment. Between two of them the run is a checkpoint, so that moving to
 * another device is what resuming is. One thread.
 */
final class Journey implements AutoCloseable {
  /** Runs a course; what it throws is the caller's matter. */
  interface Runner {
    Course.Ending run(Course course, Checkpoint from) throws DeviceLostException;
  }

  /** Where the shadow is, and what it shows. */
  record Beside(Placement placement, Divergence divergence) {}

  private final Devices devices;
  private final RunDirectory directory;
  private final byte[] experiment;
  private final TaskData data;
  private final RunOptions options;
  private final Interventions interventions;
  private final Control control;
  private final Clockwork clockwork;
  private final RunLog log;
  private final Runner runner;
  private final Set<ComponentLease> components = new LinkedHashSet<>();
  private final Optional<Beside> shadow;
  private final Patience patience = new Patience();
  private Placement placement;
  private Gatherer gatherer;

  /**
   * A journey that hasn't begun.
   *
   * @param placement in the state in which it begins; closed with the journey
   * @param experiment hash of the experiment
   * @param data null in experiments without a task
   * @param shadow in the state in which the journey begins; not closed with it
   */
  Journey(
      Placement placement,
      Optional<Beside> shadow,
      Devices devices,
      RunDirectory directory,
      byte[] experiment,
      TaskData data,
      RunOptions options,
      Interventions interventions,
      Control control,
      Clockwork clockwork,
      RunLog log,
      Runner runner) {
    this.placement = placement;
    this.shadow = shadow;
    this.devices = devices;
    this.directory = directory;
    this.experiment = experiment;
    this.data = data;
    this.options = options;
    this.interventions = interventions;
    this.control = control;
    this.clockwork = clockwork;
    this.log = log;
    this.runner = runner;
    components.addAll(placement.leases().records());
  }

  /**
   * Goes to the end.
   *
   * @return ticks in the record; empty if the run was stopped before
   */
  Optional<Long> run(Checkpoint begin) throws DeviceLostException {
    Checkpoint from = begin;
    gatherer = gatherer(from);
    while (true) {
      Course course = course(from);
      try {
        switch (runner.run(course, from)) {
          case Course.Ending.Reached _ -> {
            return Optional.of(course.recorded());
          }
          case Course.Ending.Stopped _ -> {
            return Optional.empty();
          }
          case Course.Ending.Moving moving -> from = move(moving);
        }
      } catch (DeviceLostException e) {
        from = recover(e);
      }
    }
  }

  /** What was taken from the catalog, in the order of its use. */
  List<ComponentLease> components() {
    return List.copyOf(components);
  }

  Optional<Beside> shadow() {
    return shadow;
  }

  Placement placement() {
    return placement;
  }

  Gatherer gatherer() {
    return gatherer;
  }

  private Gatherer gatherer(Checkpoint from) {
    Resolution resolution = placement.resolution();
    return new Gatherer(
        resolution.network(), resolution.records(), directory, from.getGatheredMap());
  }

  private Course course(Checkpoint from) {
    Resolution resolution = placement.resolution();
    Network network = resolution.network();
    Deployment deployment = shadowed(placement.deployment(), Checkpoints.recorded(from));
    WeightReadings weights =
        new WeightReadings(Checkpoints.readings(from), gatherer, resolution.records());
    Checkpoints checkpoints =
        new Checkpoints(
            directory,
            deployment,
            gatherer,
            weights,
            clockwork,
            interventions,
            experiment,
            options);
    Standing standing = Standing.after(interventions.timeline(), network, deployment.now());
    Intervenor intervenor = new Intervenor(interventions, deployment, standing, control, log);
    Recorder recorder = new Recorder(network, gatherer);
    if (resolution.task().isEmpty()) {
      Stepper stepper = new Stepper(deployment, recorder, standing);
      return new FreeRun(
          resolution, deployment, stepper, weights, checkpoints, intervenor, control);
    }
    int threads = shadow.isPresent() ? 1 : placement.threads();
    return new TaskRun(
        resolution.task().get(),
        data,
        deployment,
        placement.spares(),
        threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
        recorder,
        gatherer,
        weights,
        checkpoints,
        standing,
        intervenor,
        control);
  }

  private Deployment shadowed(Deployment own, long recorded) {
    if (shadow.isEmpty()) {
      return own;
    }
    Beside other = shadow.get();
    Shadow both = new Shadow(own, other.placement().deployment(), other.divergence());
    both.at(recorded);
    return both;
  }

  /** Goes elsewhere, or stays and says why. */
  private Checkpoint move(Course.Ending.Moving moving) {
    long begin = System.nanoTime();
    Checkpoint here = moving.at();
    Ticket ticket = moving.ticket();
    Intervenor teller = new Intervenor(interventions, placement.deployment(), null, control, log);
    TimelineEntry.Builder entry = teller.entry(ticket, Checkpoints.recorded(here), here.getPhase());
    try {
      Relocation.Moved moved =
          new Relocation(placement, devices, "run " + directory.id())
              .move(ticket.what(), here.getState());
      placement = moved.placement();
      if (!ticket.what().hasTarget()) {
        shadow.ifPresent(other -> other.divergence().end("when the run's equations changed"));
      }
      components.addAll(placement.leases().records());
      entry.setWhat(moved.exact()).setMessage(moved.message());
    } catch (Relocation.Refused e) {
      teller.refuse(ticket, entry, e.getMessage());
      return here.toBuilder().setTimeline(interventions.timeline()).build();
    }
    teller.done(ticket, entry, (System.nanoTime() - begin) * 1e-9);
    Checkpoint there = here.toBuilder().setTimeline(interventions.timeline()).build();
    CheckpointFile.write(directory, there);
    return there;
  }

  /**
   * Goes on from the last checkpoint: on the same device when it's back, or on another.
   *
   * @throws DeviceLostException the same, if nothing is to be done, or nothing helps
   */
  private Checkpoint recover(DeviceLostException lost) throws DeviceLostException {
    LostPolicy policy = options.onLost().orElseGet(() -> placement.spec().getOnLost());
    if (policy.getWait() == 0 && policy.getInstead().getId().isEmpty()) {
      throw lost;
    }
    long begin = System.nanoTime();
    Checkpoint at = CheckpointFile.read(directory, experiment);
    tell(
        "device lost: "
            + lost.getMessage()
            + "; the run goes on from tick "
            + Checkpoints.recorded(at)
            + " if it can");
    policy = patience.left(policy, Checkpoints.recorded(at));
    if (policy.getWait() == 0 && policy.getInstead().getId().isEmpty()) {
      throw lost;
    }
    Rescue rescue = new Rescue(placement, devices, "run " + directory.id(), control);
    Rescue.Rescued rescued;
    try {
      rescued =
          rescue.rescue(policy, at.hasState() ? Optional.of(at.getState()) : Optional.empty());
    } catch (Relocation.Refused e) {
      throw new DeviceLostException(lost.getMessage() + "; " + e.getMessage(), lost);
    }
    placement = rescued.placement();
    shadow.ifPresent(other -> other.divergence().end("when the run lost its device"));
    components.addAll(placement.leases().records());
    gatherer.close();
    gatherer = gatherer(at);
    interventions.goBack(at.getTimeline());
    Intervenor teller = new Intervenor(interventions, placement.deployment(), null, control, log);
    Ticket ticket = Ticket.of(rescued.exact(), 0);
    TimelineEntry.Builder entry =
        teller.entry(ticket, Checkpoints.recorded(at), at.getPhase()).setMessage(rescued.message());
    teller.done(ticket, entry, (System.nanoTime() - begin) * 1e-9);
    Checkpoint there = at.toBuilder().setTimeline(interventions.timeline()).build();
    CheckpointFile.write(directory, there);
    return there;
  }

  private void tell(String text) {
    log.add(text);
    control.message(text);
  }

  @Override
  public void close() {
    try {
      if (gatherer != null) {
        gatherer.close();
      }
    } finally {
      placement.close();
    }
  }
}
