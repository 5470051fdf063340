package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import dev.glia.api.units.UnitException;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;

/** The command line: reads arguments, calls a command, turns what it throws into an exit code. */
@Command(
    name = "glia",
    description = "A lab platform for brain-inspired computing.",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    synopsisSubcommandLabel = "<command>",
    footer = {"", "Start with: glia demo"},
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      SwapCommand.class,
      SetCommand.class,
      StimulateCommand.class,
      LesionCommand.class,
      CheckCommand.class,
      BenchCommand.class,
      ExamplesCommand.class,
      ReproduceCommand.class,
      StudiesCommand.class,
      RunsCommand.class,
      ShowCommand.class,
      CompareCommand.class,
      ExportCommand.class,
      RerunCommand.class,
      ImportCommand.class,
      ConvertCommand.class,
      InspectCommand.class,
      GcCommand.class,
      ListCommand.class,
      DescribeCommand.class,
      DevicesCommand.class,
      BundlesCommand.class,
      InstallCommand.class,
      RemoveCommand.class,
      PackCommand.class,
      ShellCommand.class,
      HelpCommand.class
    })
final class Commands {
  private final Platform platform;

  Commands(Platform platform) {
    this.platform = platform;
  }

  /** What may follow {@code glia}. */
  static Set<String> names() {
    return Stream.of(Commands.class.getAnnotation(Command.class).subcommands())
        .map(type -> type.getAnnotation(Command.class).name())
        .collect(Collectors.toUnmodifiableSet());
  }

  int run(String[] arguments) {
    CommandLine line = new CommandLine(this, new PlatformFactory(platform));
    line.setOut(writer(platform.terminal().out()));
    line.setErr(writer(platform.terminal().err()));
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure));
    line.setUsageHelpAutoWidth(true);
    line.getSubcommands().values().forEach(Commands::offerHelp);
    if (arguments.length == 0) {
      line.usage(platform.terminal().out());
      return Exit.OK;
    }
    return line.execute(arguments);
  }

  /** {@code glia run --help} is {@code glia help run}. */
  private static void offerHelp(CommandLine command) {
    if (!(command.getCommand() instanceof HelpCommand)) {
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description("Show this help message and exit.")
                  .build());
    }
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** One message for what a person did; a stack trace only for what we did. */
  private int report(Exception failure) {
    if (failure instanceof UnitException refused) {
      platform.terminal().err().println("glia: " + refused.getMessage());
      return Exit.BAD_INPUT;
    }
    if (failure instanceof Fault fault && fault.kind() != Fault.Kind.INTERNAL) {
      platform.terminal().err().println("glia: " + fault.getMessage());
      return fault.kind().exitCode();
    }
    platform.terminal().err().println("glia: internal fault: " + failure);
    failure.printStackTrace(platform.terminal().err());
    return Exit.INTERNAL;
  }

  /** Makes commands, which take the platform, and everything else that picocli needs. */
  private record PlatformFactory(Platform platform) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        Class<?>[] wanted = constructor.getParameterTypes();
        if (wanted.length == 1 && wanted[0] == Platform.class) {
          return type.cast(constructor.newInstance(platform));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  /** The version of this bundle, which is that of the container. */
  static final class Version implements IVersionProvider {
    private final Platform platform;

    Version(Platform platform) {
      this.platform = platform;
    }

    @Override
    public String[] getVersion() {
      return new String[] {
        "glia "
            + platform.context().getBundle().getVersion()
            + " on Java "
            + Runtime.version().feature()
      };
    }
  }
}
