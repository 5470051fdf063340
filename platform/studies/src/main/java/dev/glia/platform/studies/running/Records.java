package dev.glia.platform.studies.running;

import dev.glia.api.study.Profile;
import dev.glia.platform.store.RunSpec;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.studies.StudyOptions;
import java.util.List;
import java.util.stream.Collectors;

/** Makes records of runs. */
final class Records {
  private Records() {}

  /** A run that is about to begin. */
  static StoredRun beginning(PlannedStudy planned, StudyOptions options) {
    return StoredRun.beginning(
        "",
        planned.spec(),
        planned.claims().title(),
        planned.claims().year(),
        planned.study().descriptor().citation(),
        planned.claims().summary(),
        Here.surroundings(),
        rerunLine(planned.spec(), options),
        "");
  }

  /** What to type to run it again. */
  private static String rerunLine(RunSpec spec, StudyOptions options) {
    StringBuilder line = new StringBuilder("glia reproduce ").append(spec.name());
    spec.profile()
        .filter(profile -> profile != Profile.QUICK)
        .ifPresent(profile -> line.append(" --profile ").append(profile.symbol()));
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
}
