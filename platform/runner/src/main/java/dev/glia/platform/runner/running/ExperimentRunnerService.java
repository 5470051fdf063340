package dev.glia.platform.runner.running;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.component.Fault;
import dev.glia.api.network.Network;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.runner.Experiment;
import dev.glia.platform.runner.ExperimentRunner;
import dev.glia.platform.runner.LiveRuns;
import dev.glia.platform.runner.LoadedNetwork;
import dev.glia.platform.runner.Plan;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunOptions;
import dev.glia.platform.runner.RunResult;
import dev.glia.platform.runner.building.Leases;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.platform.runner.building.Resolver;
import dev.glia.platform.runner.devices.DeviceLeases;
import dev.glia.platform.runner.devices.QueuedLeases;
import dev.glia.platform.runner.results.CheckpointFile;
import dev.glia.platform.runner.results.RunDirectory;
import dev.glia.v1.Checkpoint;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.Intervention;
import dev.glia.v1.RunRecord;
import dev.glia.v1.RunTimeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The runner, over the catalog. Safe for any thread: every run has a session of its own. */
@Component(service = {ExperimentRunner.class, LiveRuns.class})
public final class ExperimentRunnerService implements ExperimentRunner, LiveRuns {
  private final Catalog catalog;
  private final Devices devices;
  private final LiveSessions live = new LiveSessions();

  /** A runner outside of a container: devices are leased within this process only. */
  public ExperimentRunnerService(Catalog catalog) {
    this(catalog, QueuedLeases.inProcess());
  }

  /**
   * A runner.
   *
   * @param leases of devices that aren't shared
   */
  @Activate
  public ExperimentRunnerService(@Reference Catalog catalog, @Reference DeviceLeases leases) {
    this.catalog = catalog;
    this.devices = new Devices(leases);
  }

  @Override
  public Plan check(Experiment experiment) {
    try (Leases leases = new Leases(catalog, List.of())) {
      Resolution resolution = new Resolver(experiment.spec(), leases, false).resolve();
      Resolver.checkSchedule(experiment.spec(), resolution, leases);
      if (experiment.spec().hasShadow()) {
        ExperimentSpec.Builder shadow = experiment.spec().toBuilder();
        new Resolver(shadow.setTarget(shadow.getShadow()).build(), leases).resolve();
      }
      return Plans.of(experiment.spec(), resolution, leases.records());
    }
  }

  @Override
  public List<String> ids() {
    return live.ids();
  }

  @Override
  public String intervene(String run, Intervention what, Duration within) {
    return live.intervene(run, what, within);
  }

  @Override
  public RunResult run(Experiment experiment, RunOptions options, RunListener listener) {
    return repeat(experiment, RunTimeline.getDefaultInstance(), options, listener);
  }

  @Override
  public RunResult repeat(
      Experiment experiment, RunTimeline timeline, RunOptions options, RunListener listener) {
    ExperimentSpec spec = experiment.spec();
    try (Leases leases = new Leases(catalog, List.of());
        Leases reserved = new Leases(catalog, List.of())) {
      Resolution resolution = new Resolver(spec, leases).resolve();
      Resolver.checkSchedule(spec, resolution, reserved);
      RunRecordKeeper keeper =
          RunRecordKeeper.begin(spec, leases.records(), spec.getTarget().getId(), version());
      Start start = new Start.Beginning(experiment, timeline, options.outputRoot(), keeper);
      return new Session(devices, options, listener, live)
          .run(start, spec, resolution, leases, options.threads());
    }
  }

  @Override
  public LoadedNetwork load(Experiment experiment, int threads) {
    Leases leases = new Leases(catalog, List.of());
    try {
      Resolution resolution = new Resolver(experiment.spec(), leases).resolve();
      LeasedDevice device = devices.take(resolution, experiment.spec().getName(), ahead -> true);
      try {
        return new LoadedNetwork(
            device.deploy(resolution, threads),
            leases.records(),
            () -> {
              device.close();
              leases.close();
            });
      } catch (RuntimeException e) {
        device.close();
        throw e;
      }
    } catch (RuntimeException e) {
      leases.close();
      throw e;
    }
  }

  @Override
  public <T> T examine(Experiment experiment, Function<Network, T> program) {
    try (Leases leases = new Leases(catalog, List.of())) {
      return program.apply(new Resolver(experiment.spec(), leases).resolve().network());
    }
  }

  @Override
  public RunResult resume(Path directory, RunOptions options, RunListener listener) {
    if (!Files.isDirectory(directory)) {
      throw Fault.input(directory + ": there's no such run.");
    }
    RunDirectory opened = RunDirectory.open(directory);
    try {
      ExperimentSpec spec = ExperimentSpec.parseFrom(opened.read(Start.BINARY));
      RunRecord before = RunRecordKeeper.read(opened);
      RunRecordKeeper keeper = RunRecordKeeper.of(opened, spec);
      // Says at once if there's nothing to go on from.
      Checkpoint from = CheckpointFile.read(opened, keeper.experimentHash());
      try (Leases leases = new Leases(catalog, before.getComponentsList());
          Leases reserved = new Leases(catalog, before.getComponentsList())) {
        if (spec.getInterventionsCount() > 0) {
          Resolver.checkSchedule(spec, new Resolver(spec, reserved).resolve(), reserved);
        }
        Aftermath left = Aftermath.of(spec, from.getTimeline(), leases, options.threads());
        Resolution resolution = new Resolver(left.spec(), leases).resolve();
        return new Session(devices, options, listener, live)
            .run(
                new Start.Continuation(spec, opened, keeper),
                left.spec(),
                resolution,
                leases,
                left.threads());
      }
    } catch (InvalidProtocolBufferException e) {
      throw new Fault(
          Fault.Kind.INPUT,
          directory + ": " + Start.BINARY + " is damaged. Try running the experiment anew.",
          e);
    } finally {
      opened.close();
    }
  }

  private static String version() {
    var bundle = FrameworkUtil.getBundle(ExperimentRunnerService.class);
    return bundle == null ? "" : bundle.getVersion().toString();
  }
}
