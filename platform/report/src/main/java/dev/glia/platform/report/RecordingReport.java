package dev.glia.platform.report;

import dev.glia.api.figure.Figure;
import dev.glia.api.signal.SignalRecording;
import dev.glia.platform.report.page.FiguresPart;
import dev.glia.platform.report.page.Html;
import dev.glia.platform.report.page.Page;
import dev.glia.platform.report.page.RecordingPart;
import dev.glia.platform.report.page.Words;
import java.util.List;

/** A recording as one HTML file that needs nothing else. */
public final class RecordingReport {
  private RecordingReport() {}

  /**
   * The file's text. Texts of the recording are plain text, never markup.
   *
   * @param name of the file
   * @param figures drawn of the recording
   * @param gliaVersion for the page's foot
   */
  public static String html(
      String name, SignalRecording recording, List<Figure> figures, String gliaVersion) {
    Page page = new Page(name + " · Glia");
    Html header = page.header();
    header.leaf("p", "Recording", "class", "eyebrow");
    header.leaf("h1", name);
    header.leaf(
        "p",
        String.join(
            " · ",
            Words.count(recording.channels().size(), "channel"),
            Words.duration(recording.seconds()),
            recording.stretches().size() > 1
                ? Words.count(recording.stretches().size(), "stretch")
                    .replace("stretchs", "stretches")
                : "no gaps",
            Words.count(recording.annotations().size(), "mark")),
        "class",
        "facts-line");
    if (!figures.isEmpty()) {
      page.section(
          "figures", "Figures", html -> FiguresPart.write(html, figures, SvgFigure::inline));
    }
    page.section(
        "channels", "Channels", html -> RecordingPart.channels(html, recording.channels()));
    if (!recording.annotations().isEmpty()) {
      page.section("marks", "Marks", html -> RecordingPart.marks(html, recording.annotations()));
    }
    page.section("about", "What the file says", html -> RecordingPart.about(html, recording));
    return page.html("Glia " + gliaVersion);
  }
}
