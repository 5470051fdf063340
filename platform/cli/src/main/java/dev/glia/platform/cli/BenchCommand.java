package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import dev.glia.platform.benchmarks.Brian2;
import dev.glia.platform.benchmarks.DriverBenchmark;
import dev.glia.platform.benchmarks.Measurement;
import dev.glia.platform.benchmarks.Workload;
import dev.glia.platform.benchmarks.Workloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how fast networks run here. */
@Command(
    name = "bench",
    description = "Measures time and memory of known networks, here and on another simulator.",
    footer = {
      "",
      "Workloads: hello, echo-state, cuba-4k, cuba-40k, cuba-40k-1000, brunel, stdp, microcircuit,",
      "and, only if it's named, microcircuit-full. docs/benchmarks.md says how to read the table.",
      "",
      "  glia bench brunel --against brian2 --repeats 5"
    })
final class BenchCommand implements Callable<Integer> {
  private static final String PEER = "brian2";

  /** CPU seconds of each run until the Java compiler has seen its loops often enough. */
  private static final double WARM_UP = 3;

  private final Platform platform;

  @Parameters(
      arity = "0..*",
      paramLabel = "<workload>",
      description = "What to measure; all but the largest if left out.")
  List<String> names = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "<n>",
      description = "On both sides (1); 0 lets the driver choose, and gives the other one.")
  int threads = 1;

  @Option(
      names = "--repeats",
      paramLabel = "<n>",
      description = "Runs of each, in turn; medians are shown (3).")
  int repeats = 3;

  @Option(
      names = "--against",
      paramLabel = "<simulator>",
      description = "Also measure this one, in turn: brian2.")
  String against;

  @Option(names = "--python", paramLabel = "<program>", description = "The Python that has it.")
  String python;

  @Option(names = "--target", paramLabel = "<driver>", description = "What to measure (cpu).")
  String target = "cpu";

  @Option(names = "--json", description = "Print as JSON.")
  boolean json;

  BenchCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Workload> workloads = Workloads.named(names);
    if (repeats < 1 || threads < 0) {
      throw Fault.input(
          repeats < 1 ? "--repeats wants at least 1, given " + repeats : "--threads is 0 or more");
    }
    if (against != null && !against.equals(PEER)) {
      throw Fault.input("can't compare with '" + against + "'; --against takes: " + PEER);
    }
    Optional<Brian2> peer =
        against == null
            ? Optional.empty()
            : Optional.of(Brian2.find(Optional.ofNullable(python), platform.home()));
    ProgressLine progress = new ProgressLine(platform.terminal());
    DriverBenchmark own = new DriverBenchmark(platform.runner(), platform.home(), target, WARM_UP);
    List<BenchView.Row> rows = new ArrayList<>();
    for (Workload workload : workloads) {
      Optional<BenchView.Row> row = measure(workload, own, peer, progress);
      progress.close();
      if (row.isEmpty()) {
        return Exit.INTERRUPTED;
      }
      rows.add(row.get());
    }
    BenchView view =
        new BenchView(target, peer.map(b -> "brian2 " + b.version()).orElse(""), repeats, rows);
    if (json) {
      Json.print(platform.terminal(), view);
    } else {
      view.print(platform.terminal());
    }
    return Exit.OK;
  }

  /** Both sides in turn; absent if cancelled. */
  private Optional<BenchView.Row> measure(
      Workload workload, DriverBenchmark own, Optional<Brian2> peer, ProgressLine progress)
      throws InterruptedException {
    Path folder = peer.isPresent() ? temporary() : null;
    try {
      Optional<Brian2.Program> program = Optional.empty();
      if (peer.isPresent() && workload.script().isPresent()) {
        progress.message(workload.name() + ": Brian2 generates and compiles its program");
        program = Optional.of(peer.get().compile(workload, folder, Math.max(1, threads)));
      }
      List<Measurement> ours = new ArrayList<>();
      List<Measurement> theirs = new ArrayList<>();
      for (int i = 0; i < repeats; i++) {
        Optional<Measurement> measured = own.measure(workload, threads, progress);
        if (measured.isEmpty()) {
          return Optional.empty();
        }
        ours.add(measured.get());
        if (program.isPresent()) {
          progress.message(workload.name() + ": Brian2 runs, " + (i + 1) + " of " + repeats);
          theirs.add(program.get().measure());
        }
      }
      return Optional.of(new BenchView.Row(workload.name(), ours, theirs));
    } finally {
      if (folder != null) {
        delete(folder);
      }
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("glia-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
