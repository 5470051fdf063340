package dev.glia.platform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The first thing to try: needs neither data nor network. */
@Command(name = "demo", description = "A spiking network learns, in less than a minute.")
final class DemoCommand implements Callable<Integer> {
  static final String EXAMPLE = "demo";

  private final Platform platform;

  @Mixin RunFolder folder = new RunFolder();

  DemoCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    Terminal terminal = platform.terminal();
    terminal
        .err()
        .println(
            "A spiking network sees moving shapes through an event camera and learns to tell them"
                + " apart.");
    RunCommand run = new RunCommand(platform);
    run.experiments.add(EXAMPLE);
    run.folder = folder;
    int code = run.call();
    if (code == Exit.OK) {
      terminal.err().println();
      terminal.err().println("Next: glia examples, glia describe lif, glia run hello");
    }
    return code;
  }
}
