package dev.glia.platform.runner.running;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.component.Fault;
import dev.glia.platform.runner.results.CheckpointFile;
import dev.glia.platform.runner.results.JsonText;
import dev.glia.platform.runner.results.RunDirectory;
import dev.glia.platform.runner.results.Sha256;
import dev.glia.v1.ComponentLease;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.RunOutcome;
import dev.glia.v1.RunRecord;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The record of one run, and the hash that ties its checkpoints to its experiment. One thread. */
final class RunRecordKeeper {
  private static final String JSON = "record.json";
  private static final String BINARY = "record";

  private final RunRecord begun;
  private final byte[] experimentHash;
  private final Set<ComponentLease> used = new LinkedHashSet<>();

  private RunRecordKeeper(RunRecord begun, ExperimentSpec spec) {
    this.begun = begun;
    this.experimentHash = Sha256.digest().digest(CheckpointFile.canonical(spec));
  }

  /** The record of a run that begins now, written into its directory. */
  static RunRecordKeeper begin(
      ExperimentSpec spec, List<ComponentLease> components, String target, String gliaVersion) {
    RunRecord record =
        RunRecord.newBuilder()
            .setExperiment(spec.getName())
            .setSeed(spec.getSeed())
            .setOutcome(RunOutcome.RUN_OUTCOME_RUNNING)
            .setStarted(System.currentTimeMillis())
            .addAllComponents(components)
            .setTarget(target)
            .setGliaVersion(gliaVersion)
            .build();
    return new RunRecordKeeper(record, spec);
  }

  /** The record of a run that was interrupted. */
  static RunRecordKeeper of(RunDirectory directory, ExperimentSpec spec) {
    return new RunRecordKeeper(read(directory), spec);
  }

  static RunRecord read(RunDirectory directory) {
    try {
      return RunRecord.parseFrom(directory.readWork(BINARY));
    } catch (InvalidProtocolBufferException e) {
      throw new Fault(
          Fault.Kind.INPUT,
          directory.path() + ": the run's record is damaged. Try running the experiment anew.",
          e);
    }
  }

  byte[] experimentHash() {
    return experimentHash.clone();
  }

  /** Gives the record the run's id and writes it as that of a run that goes on. */
  RunRecordKeeper enter(RunDirectory directory, ExperimentSpec spec) {
    RunRecordKeeper entered =
        new RunRecordKeeper(begun.toBuilder().setId(directory.id()).build(), spec);
    directory.writeWork(BINARY, entered.begun.toByteArray());
    entered.write(directory, entered.begun);
    return entered;
  }

  /** Notes components that the run has used besides those that it began with. */
  void use(List<ComponentLease> components) {
    components.stream()
        .filter(each -> !begun.getComponentsList().contains(each))
        .forEach(used::add);
  }

  RunRecord.Builder end(RunOutcome outcome, Clockwork clockwork) {
    return begun.toBuilder()
        .addAllComponents(used)
        .setOutcome(outcome)
        .setEnded(System.currentTimeMillis())
        .setWallSeconds(clockwork.wallSeconds())
        .setCpuSeconds(clockwork.cpuSeconds());
  }

  void write(RunDirectory directory, RunRecord record) {
    directory.write(JSON, JsonText.of(record).getBytes(StandardCharsets.UTF_8));
  }
}
