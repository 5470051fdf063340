package dev.glia.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** The main class: boots, runs one command, shuts down, and sets the exit code. */
public final class Launcher {

  /** Something in Glia is broken, as against wrong input (2) or an unfulfilled claim (1). */
  static final int INTERNAL_FAULT = 3;

  private final Map<String, String> environment;
  private final PrintStream err;

  Launcher(Map<String, String> environment, PrintStream err) {
    this.environment = environment;
    this.err = err;
  }

  /**
   * Runs {@code args} in the container that the system property {@code glia.home} points at, and
   * ends the JVM with the command's exit code.
   */
  public static void main(String[] args) {
    StandardError.restore();
    Interruption interruption = Interruption.watch(Thread.currentThread());
    int code = new Launcher(System.getenv(), System.err).run(args, interruption);
    if (interruption.finish()) {
      System.exit(code);
    }
    // Else the JVM is on its way down already, with the signal's exit code, and waited for us.
  }

  /** Runs one command and returns its exit code. The framework is stopped whatever happens. */
  int run(String[] args, Interruption interruption) {
    String home = System.getProperty("glia.home");
    if (home == null) {
      err.println("glia: the system property glia.home must name the container directory.");
      return INTERNAL_FAULT;
    }
    Path userHome = userHome();
    try (ScratchDirectory scratch = ScratchDirectory.in(userHome.resolve("cache"));
        Container container = Container.create(Path.of(home), userHome, scratch.path(), args)) {
      BootReport report = container.boot(UserPlugins.in(userHome.resolve("plugins")));
      if (interruption.requested()) {
        return Interruption.EXIT_CODE;
      }
      report.problems().forEach(err::println);
      return new CommandLine(container.context(), report, err).run(args);
    } catch (Exception broken) {
      if (interruption.requested()) {
        return Interruption.EXIT_CODE;
      }
      err.println("glia: the container did not boot: " + Reasons.of(broken));
      return INTERNAL_FAULT;
    }
  }

  private Path userHome() {
    String set = environment.get("GLIA_HOME");
    Path home =
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".glia")
            : Path.of(set);
    return home.toAbsolutePath().normalize();
  }
}
