package dev.glia.platform.runner.building;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.component.Parameters;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Fit;
import dev.glia.api.device.Forecast;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.network.Network;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.platform.runner.reading.StoragePins;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.ExperimentSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds all components of an experiment and checks everything that needs them. One thread. */
public final class Resolver {
  private final ExperimentSpec experiment;
  private final Leases leases;
  private final Problems problems = new Problems();
  private final boolean mustFit;

  public Resolver(ExperimentSpec experiment, Leases leases) {
    this(experiment, leases, true);
  }

  /**
   * A resolver.
   *
   * @param mustFit whether it's a problem if the target can't run the network
   */
  public Resolver(ExperimentSpec experiment, Leases leases, boolean mustFit) {
    this.experiment = experiment;
    this.leases = leases;
    this.mustFit = mustFit;
  }

  /**
   * The experiment, resolved.
   *
   * @throws dev.glia.platform.runner.InvalidExperiment with all problems
   */
  public Resolution resolve() {
    List<Resolution.Analysis> analyses = analyses();
    ComponentRef target = experiment.getTarget();
    int colon = target.getId().indexOf(':');
    String device = colon < 0 ? "" : target.getId().substring(colon + 1);
    String id = colon < 0 ? target.getId() : target.getId().substring(0, colon);
    Optional<HardwareDriver> driver =
        leases.take(HardwareDriver.class, target.toBuilder().setId(id).build(), "target", problems);
    Map<String, String> pinned = new LinkedHashMap<>();
    driver.ifPresent(
        each ->
            new ParameterCheck(each.descriptor(), "target", problems)
                .check(StoragePins.without(target))
                .asMap()
                .forEach((name, value) -> pinned.put(name, String.valueOf(value))));
    pinned.putAll(StoragePins.of(target));
    NetworkBuilder builder =
        new NetworkBuilder(
            experiment, leases, problems, network -> forecast(driver, network, pinned));
    Optional<NetworkBuilder.Built> built = builder.build();
    problems.throwIfAny();
    NetworkBuilder.Built network = built.orElseThrow();
    List<String> notes = new ArrayList<>(network.notes());
    Optional<TaskPlan> task = task(network, notes);
    Fit fit = fit(driver.orElseThrow(), network.network(), pinned);
    long ticks = ticks(network, task);
    problems.throwIfAny();
    Resolution resolution =
        new Resolution(
            network.network(),
            network.timeline(),
            network.records(),
            ticks,
            task,
            analyses,
            driver.get(),
            device,
            pinned,
            target.getPlace(),
            fit,
            network.forecast(),
            notes,
            network.bytes());
    alternative(network.network());
    new Rehearsal(resolution, problems).run();
    problems.throwIfAny();
    return resolution;
  }

  /** Where the run goes on if it loses its device must be able to take it. */
  private void alternative(Network network) {
    ComponentRef instead = experiment.getOnLost().getInstead();
    if (instead.getId().isEmpty()) {
      return;
    }
    ComponentRef driver = instead.toBuilder().setId(instead.getId().split(":", 2)[0]).build();
    leases
        .take(HardwareDriver.class, driver, "target.on lost", problems)
        .map(each -> each.fit(network))
        .filter(fit -> !fit.fits())
        .ifPresent(
            fit ->
                problems.add(
                    instead.getPlace(),
                    "target.on lost",
                    instead.getId()
                        + " can't run "
                        + fit.problems().getFirst().where()
                        + ": "
                        + fit.problems().getFirst().what()));
  }

  /**
   * Checks the interventions that the experiment schedules.
   *
   * @param reserved takes what they need, for as long as the run goes on
   * @throws dev.glia.platform.runner.InvalidExperiment with all problems
   */
  public static void checkSchedule(
      ExperimentSpec experiment, Resolution resolution, Leases reserved) {
    Problems problems = new Problems();
    long end = resolution.task().isPresent() ? Long.MAX_VALUE : resolution.ticks();
    new ScheduleCheck(experiment, resolution.network(), end, reserved, problems)
        .check(experiment.getInterventionsList());
    problems.throwIfAny();
  }

  private List<Resolution.Analysis> analyses() {
    List<Resolution.Analysis> analyses = new ArrayList<>();
    for (int i = 0; i < experiment.getAnalysesCount(); i++) {
      ComponentRef reference = experiment.getAnalyses(i);
      String field = "analyze[" + i + "]";
      leases
          .take(Analyzer.class, reference, field, problems)
          .ifPresent(
              analyzer -> {
                Parameters parameters =
                    new ParameterCheck(analyzer.descriptor(), field, problems).check(reference);
                analyses.add(
                    new Resolution.Analysis(analyzer, parameters, field, reference.getPlace()));
              });
    }
    return analyses;
  }

  private Optional<TaskPlan> task(NetworkBuilder.Built network, List<String> notes) {
    if (!experiment.hasTask()) {
      return Optional.empty();
    }
    TaskBuilder builder = new TaskBuilder(experiment, network.network(), leases, problems);
    Optional<TaskPlan> task = builder.build();
    notes.addAll(builder.notes());
    return task;
  }

  private Fit fit(HardwareDriver driver, Network network, Map<String, String> pinned) {
    Fit fit = driver.map(network, new DeployOptions(0, pinned)).fit();
    for (Fit.Finding finding : mustFit ? fit.problems() : List.<Fit.Finding>of()) {
      problems.add(
          experiment.getTarget().getPlace(),
          "target",
          driver.descriptor().reference()
              + " can't run "
              + finding.where()
              + ": "
              + finding.what());
    }
    return fit;
  }

  private Forecast forecast(
      Optional<HardwareDriver> driver, Network network, Map<String, String> pinned) {
    try {
      return driver
          .map(each -> each.forecast(network, new DeployOptions(0, pinned)))
          .orElse(Forecast.NONE);
    } catch (IllegalArgumentException e) {
      problems.add(experiment.getTarget().getPlace(), "storage", e.getMessage() + ".");
      return Forecast.NONE;
    }
  }

  private long ticks(NetworkBuilder.Built network, Optional<TaskPlan> task) {
    if (task.isEmpty()) {
      double exact = experiment.getTime().getRun() / network.network().dt();
      if (!(exact < 1e15) || Math.round(exact) < 1) {
        problems.add(
            experiment.getTarget().getPlace(),
            "time.run",
            "is less than one tick, or more than 1e15. Try another time or dt.");
        return 1;
      }
      return Math.round(exact);
    }
    long ticks = 0;
    for (TaskPlan.Phase phase : task.get().phases()) {
      long once = task.get().presentTicks() + (long) task.get().restTicks();
      ticks += once * phase.samples() * phase.epochs();
    }
    return ticks;
  }
}
