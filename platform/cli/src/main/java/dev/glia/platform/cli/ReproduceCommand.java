package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.studies.StudyInfo;
import dev.glia.platform.studies.StudyRequest;
import dev.glia.platform.studies.StudyRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a published result again and checks its claims. */
@Command(
    name = "reproduce",
    description = "Measures published results again and checks their claims.",
    footer = {
      "",
      "  glia reproduce symmetric-stdp --data ~/data     the quick profile",
      "  glia reproduce symmetric-stdp --profile full    as much as 30 minutes",
      "  glia reproduce --all --profile smoke            everything once, at toy size"
    })
final class ReproduceCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(arity = "0..*", paramLabel = "<study>", description = "`glia studies` lists them.")
  List<String> slugs = new ArrayList<>();

  @Option(names = "--all", description = "All studies that are installed.")
  boolean all;

  @Option(
      names = "--profile",
      paramLabel = "<profile>",
      description = "smoke, quick, full or paper (quick).")
  String profile = "quick";

  @Option(names = "--seed", paramLabel = "<n>", description = "The first seed.")
  Long seed;

  @Option(names = "--seeds", paramLabel = "<k>", description = "How many seeds, one after another.")
  Integer seeds;

  @Option(
      names = "--cells",
      paramLabel = "<pattern>",
      description = "Only these conditions: full,no-*")
  String cells = "";

  @Option(names = "--target", paramLabel = "<driver>", description = "Hardware driver (cpu).")
  String target = "cpu";

  @Option(
      names = "--resume",
      arity = "0..1",
      fallbackValue = "latest",
      paramLabel = "<run>",
      description = "Go on with an interrupted run: its id, or the latest.")
  String resume;

  @Option(names = "--force", description = "Run cells again that were run before.")
  boolean force;

  @Option(names = "--json", description = "Print the claims as JSON.")
  boolean json;

  @Mixin StudySettings settings = new StudySettings();
  @Mixin StoreFolder folder = new StoreFolder();

  ReproduceCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    try (RunStore store = folder.open(platform)) {
      StudyRunner runner = platform.service(StudyRunner.class);
      if (resume != null) {
        StudyProgress progress = new StudyProgress(platform.terminal());
        return finish(
            store, runner.resume(resume, settings.options(platform), store, progress), progress);
      }
      int worst = Exit.OK;
      for (String slug : chosen(runner, store)) {
        StudyProgress progress = new StudyProgress(platform.terminal());
        StoredRun record = runner.run(request(slug), settings.options(platform), store, progress);
        int code = finish(store, record, progress);
        if (code == Exit.INTERRUPTED) {
          return code;
        }
        worst = Math.max(worst, code);
      }
      return worst;
    }
  }

  private List<String> chosen(StudyRunner runner, RunStore store) {
    if (all) {
      return runner.studies(store).stream().map(StudyInfo::slug).toList();
    }
    if (slugs.isEmpty()) {
      throw Fault.input("which study? `glia studies` lists them; --all takes every one");
    }
    return slugs;
  }

  private StudyRequest request(String slug) {
    StudyRequest request = StudyRequest.of(slug, profile()).withPattern(cells).on(target);
    if (seed != null || seeds != null) {
      request = request.withSeeds(seed == null ? 0 : seed, seeds == null ? 1 : seeds);
    }
    return force ? request.forced() : request;
  }

  private Profile profile() {
    try {
      return Profile.valueOf(profile.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Fault.input("no profile '" + profile + "': smoke, quick, full or paper");
    }
  }

  private int finish(RunStore store, StoredRun record, StudyProgress progress) {
    progress.close();
    if (progress.isCancelled()) {
      platform
          .terminal()
          .err()
          .println(
              "Stopped; finished cells are kept. Go on: glia reproduce --resume " + record.run());
      return Exit.INTERRUPTED;
    }
    StoredRunSummary summary = new StoredRunSummary(platform.terminal());
    if (json) {
      Json.print(platform.terminal(), record.claims());
    } else {
      summary.print(record);
      platform.terminal().out().println("report  " + new Reports(platform, store).write(record));
    }
    return record.exitCode();
  }
}
