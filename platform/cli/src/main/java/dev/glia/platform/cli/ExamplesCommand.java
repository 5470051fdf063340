package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the shipped experiments, and copies one to be changed. */
@Command(name = "examples", description = "Lists the examples; `copy` gives you one to change.")
final class ExamplesCommand implements Callable<Integer> {
  private final Platform platform;

  ExamplesCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    TextTable table = new TextTable("example", "");
    for (Path example : platform.examples().all()) {
      table.row(Examples.name(example), Examples.summary(example));
    }
    table.print(platform.terminal());
    return Exit.OK;
  }

  @Command(name = "copy", description = "Copies an example into a folder; never overwrites.")
  Integer copy(
      @Parameters(paramLabel = "<example>") String example,
      @Parameters(paramLabel = "<folder>", defaultValue = ".") Path folder) {
    Path source =
        platform.examples().all().stream()
            .filter(e -> Examples.name(e).equals(example))
            .findFirst()
            .orElseThrow(
                () -> Fault.input("no example '" + example + "': `glia examples` lists them"));
    Path target = folder.resolve(source.getFileName());
    if (Files.exists(target)) {
      throw Fault.input(target + " exists already; it isn't overwritten");
    }
    try {
      Files.createDirectories(folder);
      Files.copy(source, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    platform.terminal().out().println(target);
    return Exit.OK;
  }
}
