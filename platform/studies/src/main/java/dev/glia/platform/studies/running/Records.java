package dev.glia.platform.studies.running;

import dev.glia.api.study.Profile;
import dev.glia.platform.store.ModelDescription;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.StudyRecord;
import dev.glia.platform.store.StudySpec;
import dev.glia.platform.studies.StudyOptions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Makes records of runs. */
final class Records {
  private Records() {}

  /** A run that is about to begin. */
  static StudyRecord beginning(PlannedStudy planned, StudyOptions options) {
    return new StudyRecord(
        "",
        planned.spec(),
        Outcome.RUNNING,
        planned.claims().title(),
        planned.claims().year(),
        planned.study().descriptor().citation(),
        planned.claims().summary(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Here.surroundings(),
        Instant.now(),
        0,
        0,
        rerunLine(planned.spec(), options));
  }

  /** What to type to run it again. */
  private static String rerunLine(StudySpec spec, StudyOptions options) {
    StringBuilder line = new StringBuilder("glia reproduce ").append(spec.slug());
    if (spec.profile() != Profile.QUICK) {
      line.append(" --profile ").append(spec.profile().symbol());
    }
    List<Long> seeds = spec.seeds();
    long first = seeds.getFirst();
    boolean inARow = true;
    for (int i = 0; i < seeds.size(); i++) {
      inARow &= seeds.get(i) == first + i;
    }
    if (inARow) {
      line.append(" --seed ").append(first).append(" --seeds ").append(seeds.size());
    } else {
      line.append(
          seeds.stream()
              .map(String::valueOf)
              .collect(Collectors.joining(" --seed ", " --seed ", "")));
    }
    if (!spec.pattern().isEmpty()) {
      line.append(" --cells '").append(spec.pattern()).append('\'');
    }
    if (!spec.target().equals("cpu")) {
      line.append(" --target ").append(spec.target());
    }
    options.data().ifPresent(data -> line.append(" --data ").append(data));
    return line.toString();
  }

  static StudyRecord withModels(StudyRecord of, List<ModelDescription> models) {
    return new StudyRecord(
        of.run(),
        of.spec(),
        of.outcome(),
        of.title(),
        of.year(),
        of.citation(),
        of.summary(),
        of.cells(),
        of.claims(),
        of.figures(),
        models,
        of.where(),
        of.startedAt(),
        of.wallSeconds(),
        of.cpuSeconds(),
        of.rerunLine());
  }
}
