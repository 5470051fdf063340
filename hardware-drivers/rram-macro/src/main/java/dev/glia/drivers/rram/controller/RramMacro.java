package dev.glia.drivers.rram.controller;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The program {@code rram-macro}: a simulated macro that hosts find by its description.
 *
 * <pre>
 * rram-macro [--name NAME] [--seed N] [--folder FOLDER]     found as rram-macro:NAME
 * rram-macro --socket FILE --seed N                         for the one who started it
 * </pre>
 *
 * In the second form it says {@code ready} when it listens, and ends with its standard input: who
 * started it may crash, too.
 */
public final class RramMacro {
  private RramMacro() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = options(arguments);
    long seed = Long.parseUnsignedLong(options.getOrDefault("--seed", "0"));
    String name = options.getOrDefault("--name", "virtual");
    if (options.containsKey("--socket")) {
      serveUntilStandardInputEnds(Path.of(options.get("--socket")), name, seed);
      return;
    }
    Path folder = options.containsKey("--folder") ? Path.of(options.get("--folder")) : null;
    MacroFolder macros = folder == null ? MacroFolder.ofUser() : new MacroFolder(folder);
    Path socket = macros.socketPath(name);
    try (Controller controller = new Controller(socket, name, seed)) {
      MacroDescription description = macros.publish(name, socket);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> macros.withdraw(description)));
      System.out.println("rram-macro:" + name + " listens; stop it with Ctrl-C");
      controller.serve();
    }
  }

  private static void serveUntilStandardInputEnds(Path socket, String name, long seed)
      throws IOException {
    try (Controller controller = new Controller(socket, name, seed)) {
      System.out.println("ready");
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try {
                  while (System.in.read() >= 0) {
                    // nobody says anything here
                  }
                } catch (IOException e) {
                  // the same as its end
                }
                Runtime.getRuntime().halt(0);
              });
      controller.serve();
    }
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!arguments[i].matches("--(name|seed|folder|socket)") || i + 1 == arguments.length) {
        System.err.println("usage: rram-macro [--name NAME] [--seed N] [--folder FOLDER]");
        System.exit(2);
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }
}
