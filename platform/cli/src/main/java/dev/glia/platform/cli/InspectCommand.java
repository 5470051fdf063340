package dev.glia.platform.cli;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.figure.Figure;
import dev.glia.api.signal.RecordingReader;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.SignalView;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import dev.glia.platform.report.RecordingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a recording of continuous signals holds, and draws it. */
@Command(
    name = "inspect",
    description = "Shows a recording's channels, rates, units and events, and draws it.",
    footer = {
      "",
      "  glia inspect rest.edf                     channels, marks, and a report with figures",
      "  glia inspect data.npy --set rate=\"250 Hz\" --set unit=uV",
      "  glia list readers                         formats that can be read",
      "  glia list views                           what can be drawn"
    })
final class InspectCommand implements Callable<Integer> {
  private final Platform platform;

  @picocli.CommandLine.Parameters(
      paramLabel = "<recording>",
      description = "As rest.edf, rest.bdf, rest.vhdr, lfp.nwb, data.npy.")
  Path file;

  @Mixin FileOptions given = new FileOptions();

  @Option(
      names = "--view",
      paramLabel = "<id>",
      description = "What to draw, several times if wanted; by default all views.")
  List<String> views = new ArrayList<>();

  @Option(names = "--no-report", description = "Only the tables.")
  boolean noReport;

  @Option(names = "--json", description = "Print as JSON.")
  boolean json;

  @Option(
      names = "--report",
      paramLabel = "<file.html>",
      description = "Where to write the report; by default into reports/ of the user's folder.")
  Path report;

  InspectCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    try (Lease<RecordingReader> lease =
        FileComponents.readers(platform.catalog()).lease(given.format, file)) {
      RecordingReader reader = lease.component();
      Parameters parameters = new TypedOptions(reader.descriptor()).check(given.options);
      try (SignalRecording recording = reader.open(file, parameters)) {
        RecordingSummary summary = new RecordingSummary(platform.terminal(), file, recording);
        if (json) {
          summary.json();
          return Exit.OK;
        }
        summary.print();
        if (!noReport) {
          platform.terminal().out().println("report  " + write(recording));
        }
      }
    }
    return Exit.OK;
  }

  private Path write(SignalRecording recording) {
    String name = file.getFileName().toString();
    Path target =
        report == null ? platform.user().resolve("reports").resolve(name + ".html") : report;
    String html =
        RecordingReport.html(
            name,
            recording,
            figures(recording),
            platform.context().getBundle().getVersion().toString());
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      return Files.writeString(target, html);
    } catch (IOException failed) {
      throw new Fault(Fault.Kind.EXTERNAL, target + ": can't be written: " + failed, failed);
    }
  }

  private List<Figure> figures(SignalRecording recording) {
    List<String> wanted = new ArrayList<>(views);
    if (wanted.isEmpty()) {
      for (Offer offer : platform.catalog().offers(ComponentKind.VIEW)) {
        wanted.add(offer.descriptor().id());
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (String view : wanted.stream().distinct().toList()) {
      try (Lease<SignalView> lease = platform.catalog().lease(SignalView.class, view, "")) {
        SignalView component = lease.component();
        figures.addAll(
            component.figures(
                recording, new TypedOptions(component.descriptor()).check(List.of())));
      }
    }
    return figures;
  }
}
