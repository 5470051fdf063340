package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.testkit.TestCatalog;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.Intervention;
import dev.glia.v1.Lesion;
import dev.glia.v1.ModelSwap;
import dev.glia.v1.NeuronRange;
import dev.glia.v1.PopulationModel;
import dev.glia.v1.RunOutcome;
import dev.glia.v1.RunTimeline;
import dev.glia.v1.SetValues;
import dev.glia.v1.Stimulation;
import dev.glia.v1.TargetSwap;
import dev.glia.v1.Value;
import dev.glia.v1.ValueMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs are changed while they go on, from another thread. */
class InterventionTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir Path root;

  private final TestCatalog catalog = Lab.CATALOG.with(new Stripes());
  private final ExperimentRunnerService runner = new ExperimentRunnerService(catalog);

  static List<String> experiments() {
    return List.of(
        on("cpu", Texts.FREE), on("cpu", Texts.TASK), on("cpu", Texts.INDEPENDENT), Texts.FREE);
  }

  private static String on(String target, String text) {
    return text.replace("target: reference", "target: " + target);
  }

  private static Experiment experiment(String text) {
    return ExperimentReader.parse("lab.yaml", text, List.of());
  }

  private static Intervention swap(String target, int threads) {
    return Intervention.newBuilder()
        .setTarget(
            TargetSwap.newBuilder()
                .setTarget(ComponentRef.newBuilder().setId(target))
                .setThreads(threads))
        .build();
  }

  private static Intervention set(String name, String value) {
    return Intervention.newBuilder()
        .setSet(
            SetValues.newBuilder()
                .setValues(
                    ValueMap.newBuilder()
                        .addEntries(
                            ValueMap.Entry.newBuilder()
                                .setKey(name)
                                .setValue(Value.newBuilder().setText(value)))))
        .build();
  }

  private static Intervention spikes(String population, int count) {
    return Intervention.newBuilder()
        .setStimulation(
            Stimulation.newBuilder()
                .setNeurons(NeuronRange.newBuilder().setPopulation(population))
                .setDuration(5e-3)
                .setSpikes(count))
        .build();
  }

  private static Intervention lesion(String population, int first, int count) {
    return Intervention.newBuilder()
        .setLesion(
            Lesion.newBuilder()
                .addNeurons(
                    NeuronRange.newBuilder()
                        .setPopulation(population)
                        .setFirst(first)
                        .setCount(count)))
        .build();
  }

  private static Intervention model(String population, String id) {
    return Intervention.newBuilder()
        .setModels(
            ModelSwap.newBuilder()
                .addModels(
                    PopulationModel.newBuilder()
                        .setPopulation(population)
                        .setModel(ComponentRef.newBuilder().setId(id))))
        .build();
  }

  /**
   * A run in which the listener waits at each boundary until the other thread has asked for all
   * there is to ask for at that one: interventions happen one a boundary, for sure.
   */
  private final class Scene implements RunListener {
    private final List<Intervention> wanted = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final ExecutorService asker = Executors.newSingleThreadExecutor(this::thread);
    private Thread asking;
    private CompletableFuture<Void> pending;
    private String run;
    private Path directory;
    private int asked;
    private int stopAfter = Integer.MAX_VALUE;

    Scene(Intervention... interventions) {
      wanted.addAll(List.of(interventions));
    }

    @Override
    public void started(String id, Path path) {
      run = id;
      directory = path;
    }

    @Override
    public boolean isCancelled() {
      if (pending != null && pending.isDone()) {
        pending = null;
      }
      if (pending == null && asked < wanted.size()) {
        Intervention what = wanted.get(asked++);
        pending =
            CompletableFuture.runAsync(
                () -> {
                  try {
                    answers.add(runner.intervene(run, what, LONG));
                  } catch (Fault fault) {
                    answers.add("refused: " + fault.getMessage());
                  }
                },
                asker);
        awaitAsked();
      }
      return pending == null && asked > stopAfter;
    }

    private Thread thread(Runnable work) {
      asking = new Thread(work, "asker");
      return asking;
    }

    /**
     * The run stands still until the request is in its queue: whoever asked waits for the answer.
     */
    private void awaitAsked() {
      while (!pending.isDone() && asking.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }

    RunResult run(String text) {
      try {
        return runner.run(experiment(text), RunOptions.in(root), this);
      } finally {
        close();
      }
    }

    void close() {
      asker.shutdown();
      try {
        assertThat(asker.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private RunResult undisturbed(String text) {
    return runner.run(experiment(text), RunOptions.in(root), RunListener.SILENT);
  }

  private static String longer(String text) {
    return text.replace("run: 100 ms", "run: 20 s").replace("epochs: 2", "epochs: 20");
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void swapsToTheSameDriverLeaveNoTraceInTheResults(String text) {
    String target = text.contains("target: cpu") ? "cpu" : "reference";
    String whole = longer(text);
    if (target.equals("reference")) {
      whole = text.replace("run: 100 ms", "run: 2 s");
    }
    RunResult expected = undisturbed(whole);
    Scene scene = new Scene(swap(target, 1), swap(target, 2), swap(target + ":0", 3));

    RunResult result = scene.run(whole);

    assertThat(scene.answers).hasSize(3).allMatch(answer -> answer.startsWith("swap to " + target));
    assertThat(result.record().getSpikeChecksum()).isEqualTo(expected.record().getSpikeChecksum());
    assertThat(result.record().getTimelineCount()).isEqualTo(3);
    assertThat(catalog.openLeases()).isZero();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void whatWasDoneIsRepeatedToTheSameNumbers(String text) {
    String whole = text.contains("target: cpu") ? longer(text) : text.replace("100 ms", "2 s");
    String population = text.contains("hidden") ? "hidden" : "cells";
    List<Intervention> changes = new ArrayList<>();
    changes.add(set(population + ".tau_m", "10 ms"));
    changes.add(swap("reference", 0));
    changes.add(lesion(population, 1, 2));
    changes.add(swap("cpu", 2));
    if (!text.contains("independent")) {
      changes.add(2, spikes(population, 30));
    }
    Scene scene = new Scene(changes.toArray(Intervention[]::new));
    RunResult first = scene.run(whole);
    assertThat(scene.answers).hasSize(changes.size()).noneMatch(a -> a.startsWith("refused"));
    assertThat(first.record().getSpikeChecksum())
        .isNotEqualTo(undisturbed(whole).record().getSpikeChecksum());

    RunTimeline timeline =
        RunTimeline.newBuilder().addAllEntries(first.record().getTimelineList()).build();
    RunResult again =
        runner.repeat(experiment(whole), timeline, RunOptions.in(root), RunListener.SILENT);

    assertThat(again.record().getSpikeChecksum()).isEqualTo(first.record().getSpikeChecksum());
    assertThat(again.record().getMetricsList()).isEqualTo(first.record().getMetricsList());
    assertThat(again.record().getArtifactsList()).isEqualTo(first.record().getArtifactsList());
    assertThat(catalog.openLeases()).isZero();
  }

  @Test
  void lesionedNeuronsAreSilentAndForcedOnesSpike() {
    String text = on("cpu", Texts.FREE.replace("run: 100 ms", "run: 20 s"));
    Scene scene = new Scene(lesion("cells", 0, 10), spikes("cells", 50));
    List<long[]> ticks = new ArrayList<>();
    List<int[]> neurons = new ArrayList<>();

    RunResult result =
        runner.run(
            experiment(text),
            RunOptions.in(root),
            new RunListener() {
              @Override
              public void started(String run, Path directory) {
                scene.started(run, directory);
              }

              @Override
              public boolean isCancelled() {
                return scene.isCancelled();
              }

              @Override
              public void recorded(dev.glia.api.analysis.Recording recording) {
                var trains = recording.spikesOf("cells").orElseThrow();
                ticks.add(trains.ticks());
                neurons.add(trains.neurons());
              }
            });
    scene.close();

    long silent = result.record().getTimeline(0).getTick();
    long forced = result.record().getTimeline(1).getTick();
    int after = 0;
    int inWindow = 0;
    for (int i = 0; i < ticks.getFirst().length; i++) {
      if (ticks.getFirst()[i] > silent) {
        assertThat(neurons.getFirst()[i]).isGreaterThanOrEqualTo(10);
        after++;
      }
      if (ticks.getFirst()[i] > forced && ticks.getFirst()[i] <= forced + 50) {
        inWindow++;
      }
    }
    assertThat(after).isPositive();
    assertThat(inWindow).isBetween(15, 50); // half of them were forced on silent neurons
  }

  @Test
  void whatIsImpossibleLeavesTheRunAsItWas() {
    String text = longer(on("cpu", Texts.FREE));
    RunResult expected = undisturbed(text);
    Scene scene =
        new Scene(
            swap("cpu:7", 0),
            swap("gpu", 0),
            set("cells.tau_m", "15 mV"),
            set("cells.v_reset", "-40 mV"),
            set("cell.tau_m", "15 ms"),
            spikes("cells", 0),
            lesion("cells", 10, 20),
            model("cells", "pair-stdp"),
            model("cells", "adex"));

    RunResult result = scene.run(text);

    assertThat(scene.answers).hasSize(9).allMatch(answer -> answer.startsWith("refused: "));
    assertThat(scene.answers.get(0)).contains("no device '7'");
    assertThat(scene.answers.get(1)).contains("gpu");
    assertThat(scene.answers.get(2)).contains("15 mV is a voltage");
    assertThat(scene.answers.get(4)).contains("Did you mean 'cells'?");
    assertThat(scene.answers.get(8)).contains("--accept");
    assertThat(result.record().getOutcome()).isEqualTo(RunOutcome.RUN_OUTCOME_COMPLETED);
    assertThat(result.record().getSpikeChecksum()).isEqualTo(expected.record().getSpikeChecksum());
    assertThat(result.record().getTimelineList()).isEmpty();
    assertThat(catalog.openLeases()).isZero();
  }

  @Test
  void scheduledInterventionsHappenAtTheirTicksAndAreRefusedWithTheirLines() {
    String schedule =
        """
        interventions:
          - {at: 30 ms, set: {cells.tau_m: 15 ms}}
          - {at: 50 ms, swap: {to: cpu, threads: 2}}
          - {at: 60 ms, stimulate: {neurons: "cells[0..4]", rate: 500 Hz, for: 5 ms}}
          - {at: 70 ms, stimulate: {neurons: "cells[5..9]", current: 2 nA, for: 10 ms}}
          - {at: 90 ms, lesion: [noise->cells, "cells[3]"]}
        """;
    RunResult result =
        runner.run(experiment(Texts.FREE + schedule), RunOptions.in(root), RunListener.SILENT);
    assertThat(result.record().getTimelineList().stream().map(e -> e.getTick()).toList())
        .containsExactly(300L, 500L, 600L, 700L, 900L);
    assertThat(result.record().getTimelineList()).allMatch(e -> e.getRefusal().isEmpty());

    String wrong =
        """
        interventions:
          - {at: 200 ms, set: {cells.tau_m: 15 ms}}
          - {at: 30 ms, set: {cells.tau: 15 ms}}
          - {at: 40 ms, swap: {to: gpu}}
          - {at: 50 ms, lesion: "cells[0..99]"}
          - {at: 55 ms, swap: {models: {cells: adex}}}
          - {at: 60 ms, stimulate: {neurons: cells, spikes: 3}}
        """;
    assertThatThrownBy(
            () ->
                runner.check(
                    experiment(
                        Texts.FREE + wrong.replace("spikes: 3}}", "spikes: 3, for: 1 ms}}"))))
        .hasMessageContaining("lab.yaml:18")
        .hasMessageContaining("lab.yaml:19")
        .hasMessageContaining("lab.yaml:20")
        .hasMessageContaining("lab.yaml:21")
        .hasMessageContaining("lab.yaml:22");
    assertThatThrownBy(() -> experiment(Texts.FREE + wrong))
        .hasMessageContaining("lab.yaml:23")
        .hasMessageContaining("for");
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void manySwapsLoseAndDoubleNothing(String text) {
    RunResult expected = undisturbed(text);
    boolean free = text.contains("name: lab");
    StringBuilder schedule = new StringBuilder("interventions:\n");
    int swaps = text.equals(experiments().getFirst()) ? 100 : 20;
    for (int i = 0; i < swaps; i++) {
      String target = text.contains("target: cpu") ? "cpu" : "reference";
      schedule.append(
          "  - {at: %s ms, swap: {to: %s, threads: %d}}\n"
              .formatted(free ? i * 0.7 : i * 9, target, 1 + i % 3));
    }

    RunResult result =
        runner.run(experiment(text + schedule), RunOptions.in(root), RunListener.SILENT);

    assertThat(result.record().getTimelineList()).hasSize(swaps);
    assertThat(result.record().getTimelineList()).allMatch(e -> e.getRefusal().isEmpty());
    assertThat(result.record().getSpikeChecksum()).isEqualTo(expected.record().getSpikeChecksum());
    assertThat(catalog.openLeases()).isZero();
  }
}
