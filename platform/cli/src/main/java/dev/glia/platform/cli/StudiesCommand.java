package dev.glia.platform.cli;

import dev.glia.api.study.Profile;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.Verdict;
import dev.glia.platform.studies.StudyInfo;
import dev.glia.platform.studies.StudyRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the studies. */
@Command(
    name = "studies",
    description = "Lists the studies, what each profile costs, and the last results.")
final class StudiesCommand implements Callable<Integer> {
  private final Platform platform;

  @Mixin StoreFolder folder = new StoreFolder();

  @Option(names = "--json", description = "Print as JSON.")
  boolean json;

  StudiesCommand(Platform platform) {
    this.platform = platform;
  }

  /** A study as JSON shows it. */
  record Row(String slug, String title, int year, String citation, List<String> profiles) {}

  @Override
  public Integer call() {
    try (RunStore store = folder.open(platform)) {
      List<StudyInfo> studies = platform.service(StudyRunner.class).studies(store);
      if (json) {
        Json.print(
            platform.terminal(),
            studies.stream()
                .map(s -> new Row(s.slug(), s.title(), s.year(), s.citation(), profiles(s)))
                .toList());
        return Exit.OK;
      }
      TextTable table = new TextTable("study", "year", "profiles and their last runs", "");
      for (StudyInfo study : studies) {
        table.row(
            study.slug(),
            Integer.toString(study.year()),
            study.problem().orElse(String.join(", ", profiles(study))),
            study.title());
      }
      table.print(platform.terminal());
      return Exit.OK;
    }
  }

  /** {@code quick 5 cells (0:48, 4 passed, 1 failed)}. */
  private static List<String> profiles(StudyInfo study) {
    List<String> texts = new ArrayList<>();
    for (StudyInfo.Offered offered : study.profiles()) {
      Profile profile = offered.profile();
      String text = profile.name().toLowerCase(Locale.ROOT) + " " + offered.cells() + " cells";
      RunSummary last = study.last().get(profile);
      texts.add(last == null ? text : text + " (" + result(last) + ")");
    }
    return texts;
  }

  private static String result(RunSummary run) {
    int passed = run.claims().getOrDefault(Verdict.PASSED, 0);
    int failed = run.claims().getOrDefault(Verdict.FAILED, 0);
    return ProgressLine.duration(run.wallSeconds())
        + ", "
        + passed
        + " passed"
        + (failed == 0 ? "" : ", " + failed + " failed");
  }
}
