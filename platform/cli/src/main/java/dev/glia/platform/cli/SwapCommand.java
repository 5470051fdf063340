package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import dev.glia.platform.runner.InterventionReader;
import dev.glia.v1.Intervention;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves a run that goes on to another device, or gives it other equations. */
@Command(
    name = "swap",
    description = "Moves a running run to another device, or gives it other models or rules.",
    footer = {
      "",
      "  glia swap latest --to cpu --threads 4               other threads, same spikes",
      "  glia swap latest --to reference                     another driver",
      "  glia swap latest --model cells=lif@1.1.0            another version of a model",
      "  glia swap latest --model cells=./my-lif.yaml        an edited model file",
      "  glia swap latest --rule 'noise->cells=pair-stdp'    another learning rule",
      "",
      "If it can't be done, the run goes on as it was."
    })
final class SwapCommand implements Callable<Integer> {
  private final Platform platform;

  @Mixin ChangedRun run = new ChangedRun();

  @Option(
      names = "--to",
      paramLabel = "<driver[:device]>",
      description = "Where the network goes on.")
  String target;

  @Option(names = "--threads", paramLabel = "<n>", description = "For the driver; 0: it chooses.")
  int threads;

  @Option(
      names = "--model",
      paramLabel = "<population>=<model>",
      description = "A model, or a model file; state is carried by the names of variables.")
  List<String> models = new ArrayList<>();

  @Option(
      names = "--rule",
      paramLabel = "<projection>=<rule>",
      description = "A learning rule, or a rule's file; nothing after the sign ends learning.")
  List<String> rules = new ArrayList<>();

  @Option(
      names = "--accept",
      description = "Drop what has no place in the new equations; without it that's refused.")
  boolean accept;

  SwapCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    boolean equations = !models.isEmpty() || !rules.isEmpty();
    if ((target != null) == equations) {
      throw Fault.input("swap to what? Either --to a device, or --model and --rule.");
    }
    if (threads < 0) {
      throw Fault.input("--threads wants a number from 0 up, given " + threads);
    }
    Intervention what =
        equations
            ? InterventionReader.models(models, rules, accept)
            : InterventionReader.target(target, threads);
    return run.intervene(what, platform);
  }
}
