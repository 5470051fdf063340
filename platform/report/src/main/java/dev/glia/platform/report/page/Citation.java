package dev.glia.platform.report.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Citations, with links where they name a DOI or an arXiv paper. */
public final class Citation {
  private static final Pattern KNOWN =
      Pattern.compile("(?i)\\bdoi:\\s?(10\\.[^\\s<>\"]+[\\w)])|\\barXiv:\\s?(\\d{4}\\.\\d{4,5})");

  private Citation() {}

  public static void write(Html html, String citation) {
    Matcher matcher = KNOWN.matcher(citation);
    int end = 0;
    while (matcher.find()) {
      html.text(citation.substring(end, matcher.start()));
      String address =
          matcher.group(1) != null
              ? "https://doi.org/" + matcher.group(1)
              : "https://arxiv.org/abs/" + matcher.group(2);
      html.leaf("a", matcher.group(), "href", address, "rel", "noreferrer");
      end = matcher.end();
    }
    html.text(citation.substring(end));
  }
}
