package dev.glia.platform.benchmarks;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The simulator Brian2 with its C++ standalone device, if it's installed: a script describes the
 * network, Brian2 writes and compiles a program, the program measures itself.
 */
public final class Brian2 {
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3", "python");
  private static final String MARK = "glia-bench ";
  private static final int SHOWN = 12;

  private final String python;
  private final String version;
  private final Path home;

  private Brian2(String python, String version, Path home) {
    this.python = python;
    this.version = version;
    this.home = home;
  }

  /**
   * Brian2 of the first Python that has it.
   *
   * @param python the one to take; those on the path if empty
   * @param home folder of the container, in which the scripts lie
   * @throws Fault MISSING if none has it
   */
  public static Brian2 find(Optional<String> python, Path home) throws InterruptedException {
    List<String> pythons = python.map(List::of).orElse(PYTHONS);
    for (String each : pythons) {
      try {
        Output output =
            run(null, List.of(each, "-c", "import brian2; print('version', brian2.__version__)"));
        Optional<String> version =
            output.lines.stream().filter(line -> line.startsWith("version ")).findFirst();
        if (output.code == 0 && version.isPresent()) {
          return new Brian2(each, version.get().substring(8), home);
        }
      } catch (IOException notThere) {
        // The next one may be.
      }
    }
    throw new Fault(
        Fault.Kind.MISSING,
        "Brian2 isn't installed: "
            + String.join(", ", pythons)
            + " can't import it. Try `apt install python3-brian` or `pip install brian2`, or name"
            + " its Python: --python <program>.");
  }

  /** As in {@code 2.5.1}. */
  public String version() {
    return version;
  }

  /**
   * Generates and compiles the program of a workload.
   *
   * @param folder to be filled
   * @param threads 1 for a program without OpenMP
   * @throws Fault EXTERNAL with the last lines that were printed, if that fails
   */
  public Program compile(Workload workload, Path folder, int threads) throws InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                python,
                home.resolve(workload.script().orElseThrow()).toString(),
                folder.toString(),
                Integer.toString(threads),
                Double.toString(workload.settle()),
                Double.toString(workload.run())));
    command.addAll(workload.scriptSettings());
    double wall = Meters.wall();
    try {
      Files.createDirectories(folder);
      Output output = run(folder, command);
      Optional<Map<String, Double>> numbers = output.numbers();
      if (output.code != 0 || numbers.isEmpty()) {
        throw failed("compiling " + workload.name() + " for Brian2 failed", output);
      }
      return new Program(
          workload, folder, threads, numbers.get().get("compile_cpu"), Meters.wall() - wall);
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, python + " can't be started: " + e.getMessage(), e);
    }
  }

  /**
   * A compiled network.
   *
   * @param compileCpu CPU seconds that generating and compiling took
   * @param compileWall the same as wall time
   */
  public record Program(
      Workload workload, Path folder, int threads, double compileCpu, double compileWall) {
    /** Runs it once. */
    public Measurement measure() throws InterruptedException {
      try {
        Output output = run(folder, List.of(folder.resolve("main").toString()));
        Optional<Map<String, Double>> numbers = output.numbers();
        if (output.code != 0 || numbers.isEmpty()) {
          throw failed("Brian2's " + workload.name() + " failed", output);
        }
        return measurement(numbers.get());
      } catch (IOException e) {
        throw new Fault(
            Fault.Kind.EXTERNAL, "Brian2's program can't be started: " + e.getMessage(), e);
      }
    }

    private Measurement measurement(Map<String, Double> numbers) {
      double seconds = workload.run();
      double synapses = numbers.get("synapses");
      double neurons = numbers.get("neurons");
      return new Measurement(
          threads,
          Math.round(synapses),
          neurons == 0 ? Double.NaN : numbers.get("spikes") / (neurons * seconds),
          Double.NaN,
          compileCpu,
          numbers.get("build_cpu"),
          compileWall + numbers.get("build_wall"),
          numbers.get("cpu") / seconds,
          numbers.get("wall") / seconds,
          numbers.get("bytes") / synapses,
          Double.NaN);
    }
  }

  private record Output(int code, List<String> lines) {
    /** Names and numbers of the marked line. */
    Optional<Map<String, Double>> numbers() {
      return lines.stream()
          .filter(line -> line.startsWith(MARK))
          .findFirst()
          .map(line -> numbers(line.substring(MARK.length()).strip().split("\\s+")));
    }

    private static Map<String, Double> numbers(String[] words) {
      Map<String, Double> numbers = new HashMap<>();
      for (int i = 0; i + 1 < words.length; i += 2) {
        numbers.put(words[i], Double.parseDouble(words[i + 1]));
      }
      return numbers;
    }
  }

  private static Output run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      List<String> lines;
      try (var reader = process.inputReader()) {
        lines = reader.lines().toList();
      }
      return new Output(process.waitFor(), lines);
    } finally {
      process.destroy();
    }
  }

  private static Fault failed(String what, Output output) {
    List<String> lines = output.lines;
    List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN), lines.size());
    return new Fault(Fault.Kind.EXTERNAL, what + ":\n  " + String.join("\n  ", last));
  }
}
