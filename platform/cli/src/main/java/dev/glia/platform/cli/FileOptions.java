package dev.glia.platform.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How a file is to be understood, where it doesn't tell. */
final class FileOptions {
  @Option(names = "--format", paramLabel = "<id>", description = "If the ending doesn't tell.")
  String format;

  @Option(
      names = "--set",
      paramLabel = "<option=value>",
      description = "What the file leaves open.")
  List<String> options = new ArrayList<>();
}
