package dev.glia.platform.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.osgi.framework.ServiceReference;
import picocli.CommandLine.Command;

/**
 * A container that stays: its lines are commands of Glia or, if none has the name, of Gogo. Other
 * terminals can install plugins into it meanwhile.
 */
@Command(
    name = "shell",
    description =
        "Keeps the container open and reads commands, Glia's and Gogo's (`lb`, `felix:help`).")
final class ShellCommand implements Callable<Integer> {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private final Platform platform;

  ShellCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    Terminal terminal = platform.terminal();
    terminal.err().println("Commands as after `glia`, or Gogo's; `exit` leaves.");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    ServiceReference<CommandProcessor> gogo =
        platform.context().getServiceReference(CommandProcessor.class);
    Set<String> ours = Commands.names();
    try (CommandSession session = gogo == null ? null : open(gogo)) {
      int last = Exit.OK;
      for (String line = prompt(lines); line != null; line = prompt(lines)) {
        List<String> words = words(line);
        if (words.isEmpty()) {
          continue;
        }
        if (words.get(0).equals("exit")) {
          return Exit.OK;
        }
        last = ours.contains(words.get(0)) ? ours(words) : gogo(session, line);
      }
      return last;
    }
  }

  private CommandSession open(ServiceReference<CommandProcessor> gogo) {
    CommandSession session =
        platform
            .context()
            .getService(gogo)
            .createSession(System.in, platform.terminal().out(), platform.terminal().err());
    session.put("SCOPE", "felix:gogo:*");
    return session;
  }

  private String prompt(BufferedReader lines) {
    try {
      if (platform.terminal().errIsTerminal()) {
        platform.terminal().err().print("glia> ");
        platform.terminal().err().flush();
      }
      return lines.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int ours(List<String> words) {
    return new Commands(platform).run(words.toArray(String[]::new));
  }

  private int gogo(CommandSession session, String line) {
    if (session == null) {
      platform.terminal().err().println("glia: no such command, and Gogo isn't installed: " + line);
      return Exit.BAD_INPUT;
    }
    try {
      Object result = session.execute(line);
      if (result != null) {
        platform.terminal().out().println(session.format(result, 0));
      }
      return Exit.OK;
    } catch (Exception refused) { // Gogo declares no narrower one
      platform.terminal().err().println("glia: " + refused.getMessage());
      return Exit.BAD_INPUT;
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line.strip());
    while (matcher.find()) {
      for (int group = 1; group <= 3; group++) {
        if (matcher.group(group) != null) {
          words.add(matcher.group(group));
        }
      }
    }
    return words;
  }
}
