package dev.glia.platform.benchmarks;

import dev.glia.api.component.Fault;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Projection;
import dev.glia.platform.runner.Experiment;
import dev.glia.platform.runner.ExperimentReader;
import dev.glia.platform.runner.ExperimentRunner;
import dev.glia.platform.runner.LoadedNetwork;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures workloads on the drivers of this container. One thread. */
public final class DriverBenchmark {
  private static final int BLOCK = 500;

  private final ExperimentRunner runner;
  private final Path home;
  private final String target;
  private final double warmUp;

  /**
   * A benchmark.
   *
   * @param home folder of the container, in which the experiments lie
   * @param target driver, {@code cpu}
   * @param warmUp CPU seconds that settling takes at least, so that what is measured is compiled
   */
  public DriverBenchmark(ExperimentRunner runner, Path home, String target, double warmUp) {
    this.runner = runner;
    this.home = home;
    this.target = target;
    this.warmUp = warmUp;
  }

  /**
   * Builds and runs a workload once.
   *
   * @param threads for the driver; 0 lets it choose
   * @return absent if the listener cancelled it
   * @throws Fault as {@link ExperimentRunner#load}; EXTERNAL if the device is lost
   */
  public Optional<Measurement> measure(Workload workload, int threads, RunListener listener) {
    List<String> settings = new ArrayList<>(workload.settings());
    settings.add("target=" + target);
    Experiment experiment = ExperimentReader.read(home.resolve(workload.experiment()), settings);
    listener.progress(new RunProgress(workload.name(), 0, -1, "ms: building", Map.of()));
    long heap = Meters.heap();
    double cpu = Meters.cpu();
    double wall = Meters.wall();
    try (LoadedNetwork loaded = runner.load(experiment, threads)) {
      Deployment deployment = loaded.deployment();
      OutputBlock out = new OutputBlock(deployment.network());
      deployment.advance(1, InputBlock.EMPTY, out);
      double firstTick = Meters.wall() - wall;
      double build = Meters.cpu() - cpu;
      double bytes = Meters.heap() - heap;
      Course course = new Course(workload, deployment, out, listener, warmUp);
      if (!course.run()) {
        return Optional.empty();
      }
      long synapses = synapses(deployment);
      double seconds = course.ticks * deployment.network().dt();
      return Optional.of(
          new Measurement(
              deployment.report().threads(),
              synapses,
              course.events.rate(seconds),
              course.events.count(course.ticks) / seconds,
              0,
              build,
              firstTick,
              course.cpu / seconds,
              course.wall / seconds,
              bytes / synapses,
              (double) stored(deployment.report()) / synapses));
    } catch (DeviceLostException lost) {
      throw new Fault(Fault.Kind.EXTERNAL, workload.name() + ": " + lost.getMessage(), lost);
    }
  }

  private static long synapses(Deployment deployment) {
    return deployment.network().projections().stream()
        .map(Projection::name)
        .mapToLong(deployment::synapses)
        .sum();
  }

  private static long stored(DeploymentReport report) {
    return report.entries().stream()
        .filter(entry -> entry.part().startsWith("projection "))
        .mapToLong(DeploymentReport.Entry::bytes)
        .sum();
  }

  /** The ticks of a workload: those that settle, then those that are measured. */
  private static final class Course {
    final Events events;
    final long ticks;
    double cpu;
    double wall;

    private final Workload workload;
    private final Deployment deployment;
    private final OutputBlock out;
    private final RunListener listener;
    private final double warmUp;
    private long settling;

    Course(
        Workload workload,
        Deployment deployment,
        OutputBlock out,
        RunListener listener,
        double warmUp) {
      this.warmUp = warmUp;
      this.workload = workload;
      this.deployment = deployment;
      this.out = out;
      this.listener = listener;
      events = new Events(deployment, out);
      double dt = deployment.network().dt();
      settling = Math.max(1, Math.round(workload.settle() / dt));
      ticks = Math.max(1, Math.round(workload.run() / dt));
    }

    /** Returns whether it wasn't cancelled. */
    boolean run() throws DeviceLostException {
      double started = Meters.cpu();
      do {
        if (!advance(settling, false)) {
          return false;
        }
        settling += BLOCK;
      } while (Meters.cpu() - started < warmUp);
      settling = deployment.now();
      cpu = Meters.cpu();
      wall = Meters.wall();
      boolean complete = advance(settling + ticks, true);
      cpu = Meters.cpu() - cpu;
      wall = Meters.wall() - wall;
      return complete;
    }

    private boolean advance(long until, boolean count) throws DeviceLostException {
      double dt = deployment.network().dt();
      while (deployment.now() < until) {
        if (listener.isCancelled()) {
          return false;
        }
        long left = until - deployment.now();
        deployment.advance(
            (int) Math.min(Math.min(left, BLOCK), deployment.maxBlock()), InputBlock.EMPTY, out);
        if (count) {
          events.add();
        }
        listener.progress(
            new RunProgress(
                workload.name(),
                Math.round(deployment.now() * dt * 1e3),
                Math.round((settling + ticks) * dt * 1e3),
                "ms",
                Map.of()));
      }
      return true;
    }
  }
}
