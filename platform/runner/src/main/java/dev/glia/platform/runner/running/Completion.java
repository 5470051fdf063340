package dev.glia.platform.runner.running;

import com.google.protobuf.Message;
import dev.glia.api.analysis.Recording;
import dev.glia.api.component.Fault;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.platform.runner.Problem;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunProgress;
import dev.glia.platform.runner.RunResult;
import dev.glia.platform.runner.ShadowDrift;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.platform.runner.building.WeightProbe;
import dev.glia.platform.runner.building.Wording;
import dev.glia.platform.runner.results.CheckpointFile;
import dev.glia.platform.runner.results.Findings;
import dev.glia.platform.runner.results.Gatherer;
import dev.glia.platform.runner.results.Harvest;
import dev.glia.platform.runner.results.JsonText;
import dev.glia.platform.runner.results.RunDirectory;
import dev.glia.v1.RunOutcome;
import dev.glia.v1.RunRecord;
import dev.glia.v1.RunTimeline;
import dev.glia.v1.TimelineEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes results of a run whose last tick is over. One thread. */
final class Completion {
  static final String TIMELINE = "timeline";

  private final Journey journey;
  private final RunDirectory directory;
  private final RunTimeline timeline;
  private final RunListener listener;
  private final Control control;
  private final RunLog log;

  Completion(
      Journey journey,
      RunDirectory directory,
      RunTimeline timeline,
      RunListener listener,
      Control control,
      RunLog log) {
    this.journey = journey;
    this.directory = directory;
    this.timeline = timeline;
    this.listener = listener;
    this.control = control;
    this.log = log;
  }

  /** Analyzes what was recorded and closes the directory. */
  RunResult finish(long ticks, RunRecordKeeper keeper, Clockwork clockwork)
      throws DeviceLostException {
    Resolution resolution = journey.placement().resolution();
    Gatherer gatherer = journey.gatherer();
    List<String> phases =
        resolution.task().stream()
            .flatMap(task -> task.phases().stream().map(phase -> phase.name()))
            .toList();
    int analyses = resolution.analyses().size();
    control.report(new RunProgress("analyze", 0, analyses, "analyses", Map.of()));
    Recording recording =
        new Harvest(resolution.network(), resolution.records(), gatherer, directory)
            .bringIn(ticks, weights(resolution), phases);
    listener.recorded(recording);
    Findings findings = new Findings(directory);
    for (int i = 0; i < analyses; i++) {
      analyze(resolution.analyses().get(i), recording, findings);
      control.report(new RunProgress("analyze", i + 1, analyses, "analyses", Map.of()));
    }
    List<RunResult.Table> tables = new ArrayList<>();
    writeTimeline(findings, tables);
    journey.shadow().ifPresent(other -> compare(other, findings));
    tables.addAll(findings.tables());
    findings.writeMetrics();
    log.add("completed at tick " + ticks);
    RunRecord record =
        keeper
            .end(RunOutcome.RUN_OUTCOME_COMPLETED, clockwork)
            .setSpikeChecksum(gatherer.spikeChecksum())
            .addAllMetrics(findings.metrics())
            .addAllArtifacts(directory.artifacts())
            .addAllTimeline(timeline.getEntriesList())
            .build();
    keeper.write(directory, record);
    return new RunResult(record, directory.complete(), tables);
  }

  private void compare(Journey.Beside shadow, Findings findings) {
    double dt = journey.placement().resolution().network().dt();
    ShadowFindings.write(shadow.divergence(), dt, findings);
    ShadowDrift drift = shadow.divergence().drift();
    ShadowFindings.write(drift, findings);
    listener.compared(drift);
    String sentence = ShadowFindings.sentence(shadow.divergence(), dt, shadow.placement().where());
    log.add(sentence);
    listener.message(sentence);
  }

  private Map<String, float[]> weights(Resolution resolution) throws DeviceLostException {
    Deployment deployment = journey.placement().deployment();
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (WeightProbe probe : resolution.records().weights()) {
      weights.put(probe.projection(), deployment.readWeights(probe.projection()));
    }
    return weights;
  }

  /** What one analyzer can't do must not cost the others' results. */
  private void analyze(Resolution.Analysis analysis, Recording recording, Findings findings) {
    try {
      analysis.analyzer().analyze(recording, analysis.parameters(), findings);
    } catch (Fault fault) {
      Problem problem = new Problem(analysis.place(), analysis.field(), fault.getMessage());
      log.add(problem.toString());
      listener.message(problem.toString());
    }
  }

  /** What was done when: a file with what decides the results, a table with what people ask. */
  private void writeTimeline(Findings findings, List<RunResult.Table> tables) {
    if (timeline.getEntriesCount() == 0) {
      return;
    }
    RunTimeline.Builder done = RunTimeline.newBuilder();
    List<List<String>> rows = new ArrayList<>();
    for (TimelineEntry entry : timeline.getEntriesList()) {
      boolean refused = !entry.getRefusal().isEmpty();
      if (!refused) {
        done.addEntries(entry.toBuilder().clearWall().clearSeconds().clearMessage());
      }
      rows.add(
          List.of(
              Wording.milliseconds(entry.getAt()),
              String.valueOf(entry.getTick()),
              refused ? "refused: " + Wording.of(entry.getWhat()) : entry.getMessage(),
              refused ? "" : Wording.took(entry.getSeconds())));
    }
    findings.metric("interventions", done.getEntriesCount(), "1");
    write(TIMELINE + ".binpb", "application/x-protobuf", done.build());
    directory.artifact(
        TIMELINE + ".json",
        "application/json",
        JsonText.of(done.build()).getBytes(StandardCharsets.UTF_8));
    tables.add(new RunResult.Table("interventions", List.of("time", "tick", "what", "took"), rows));
  }

  private void write(String file, String mediaType, Message message) {
    directory.artifact(file, mediaType, CheckpointFile.canonical(message));
  }
}
