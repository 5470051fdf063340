package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Quantity;
import dev.glia.platform.runner.Experiment;
import dev.glia.platform.runner.ExperimentReader;
import dev.glia.platform.runner.InterventionReader;
import dev.glia.platform.runner.RunOptions;
import dev.glia.platform.runner.RunResult;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.studies.ExperimentRuns;
import dev.glia.v1.RunOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs experiment files one after the other in this container, or goes on with a run. */
@Command(
    name = "run",
    description = "Runs experiments, or goes on with one that was interrupted.",
    footer = {
      "",
      "  glia run digits --data ~/data          an example, on your copy of MNIST",
      "  glia run lab.yaml --set seed=3         a file, with one setting changed",
      "  glia run --resume runs/lab-….partial   after Ctrl-C, a crash or a power cut"
    })
final class RunCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(arity = "0..*", paramLabel = "<experiment>", description = "Files or examples.")
  List<String> experiments = new ArrayList<>();

  @Option(
      names = "--resume",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "<run>",
      description = "Go on with an interrupted run: its folder, its id, or the latest one.")
  String resume;

  @Mixin Settings settings = new Settings();
  @Mixin RunFolder folder = new RunFolder();
  @Mixin StoreFolder storeFolder = new StoreFolder();

  @Option(names = "--data", paramLabel = "<dir>", description = "Where data sets lie ($GLIA_DATA).")
  Path data;

  @Option(names = "--threads", paramLabel = "<n>", description = "For the driver; 0: it chooses.")
  int threads;

  @Option(
      names = "--checkpoint",
      paramLabel = "<time>",
      description = "Wall time between checkpoints (10 s).")
  String checkpoint = "10 s";

  @Option(
      names = "--no-wait",
      description = "Fail if the device is in use, instead of waiting for it.")
  boolean noWait;

  @Option(
      names = "--shadow",
      paramLabel = "<driver[:device]>",
      description = "Run the same there too, and say where and how much the spikes differ.")
  String shadow;

  @Option(
      names = "--on-lost",
      paramLabel = "<policy>",
      description =
          "When the device is lost: 'wait 60 s', 'fall back to cpu', 'wait 60 s, then fall back to"
              + " cpu', or stop.")
  String onLost;

  @Option(names = "--offline", description = "Never fetch data.")
  boolean offline;

  @Option(names = "--json", description = "Print the run's record as JSON.")
  boolean json;

  RunCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    if (resume != null) {
      if (!experiments.isEmpty()) {
        throw Fault.input(
            "--resume takes a run's folder, not an experiment: " + experiments.get(0));
      }
    } else if (experiments.isEmpty()) {
      throw Fault.input("which experiment? See `glia examples`, or name a file");
    }
    try (RunStore store = storeFolder.open(platform)) {
      return resume == null ? run(store) : resume(store);
    }
  }

  private int run(RunStore store) {
    for (String typed : experiments) {
      Experiment experiment = ExperimentReader.read(platform.examples().find(typed), overrides());
      ProgressLine progress = new ProgressLine(platform.terminal(), !noWait);
      int code = finish(runs().run(experiment, options(), store, progress), progress);
      if (code != 0) {
        return code;
      }
    }
    return 0;
  }

  private int resume(RunStore store) {
    ProgressLine progress = new ProgressLine(platform.terminal(), !noWait);
    return finish(runs().resume(interrupted(store), options(), store, progress), progress);
  }

  private Path interrupted(RunStore store) {
    if (resume.isEmpty()) {
      return folder.latestPartial();
    }
    Path typed = Path.of(resume);
    return Files.exists(typed) || !store.has(resume)
        ? typed
        : Path.of(store.show(resume).directory());
  }

  private List<String> overrides() {
    List<String> overrides = new ArrayList<>(settings.overrides());
    if (shadow != null) {
      overrides.add("shadow=" + shadow);
    }
    return overrides;
  }

  private ExperimentRuns runs() {
    return platform.service(ExperimentRuns.class);
  }

  private RunOptions options() {
    RunOptions options =
        RunOptions.in(folder.path())
            .withThreads(threads)
            .withOffline(offline)
            .withCheckpoints(checkpointEvery(), 0)
            .withCache(platform.user().resolve("data"));
    RunOptions plain = dataDirectory().map(options::withData).orElse(options);
    return onLost == null ? plain : plain.withOnLost(InterventionReader.onLost(onLost));
  }

  private Duration checkpointEvery() {
    Quantity every = Quantity.parse(checkpoint);
    if (!every.dimension().equals(Dimension.TIME) || every.value() < 1e-3) {
      throw Fault.input("--checkpoint wants a time of at least 1 ms, given '" + checkpoint + "'");
    }
    return Duration.ofNanos(Math.round(every.value() * 1e9));
  }

  private Optional<Path> dataDirectory() {
    String environment = System.getenv("GLIA_DATA");
    return Optional.ofNullable(data)
        .or(() -> Optional.ofNullable(environment).filter(e -> !e.isBlank()).map(Path::of));
  }

  private int finish(RunResult result, ProgressLine progress) {
    progress.close();
    if (result.record().getOutcome() == RunOutcome.RUN_OUTCOME_CANCELLED) {
      platform
          .terminal()
          .err()
          .println("Stopped at a tick boundary. Go on: glia run --resume " + result.directory());
      return Exit.INTERRUPTED;
    }
    new RunResultSummary(platform.terminal(), json).print(result);
    return Exit.OK;
  }
}
