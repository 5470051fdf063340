package dev.glia.platform.report;

import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunSpec;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.Surroundings;
import dev.glia.platform.store.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Made-up runs of the size and shape of real ones, the same at every call. */
final class SampleRuns {
  static final Instant START = Instant.parse("2026-11-24T20:41:00Z");

  private SampleRuns() {}

  static StoredRun study() {
    return run(
        "symmetric-stdp-20261124-204100-1f2e",
        RunSpec.ofStudy(
            "symmetric-stdp", "1.0.0", Profile.QUICK, List.of(0L, 1L, 2L), "", "cpu", false),
        "A Biologically Plausible Supervised Learning Method for Spiking Neural Networks Using the"
            + " Symmetric STDP Rule",
        2020,
        "Y. Hao, X. Huang, M. Dong, B. Xu, Neural Networks 121:387 (2020), arXiv:1812.06574",
        "Input drives a competitive hidden layer, and that a layer of classes. Both plastic"
            + " projections learn by symmetric STDP with weight scaling and an adaptive threshold;"
            + " class neurons are driven by a teacher during training. No gradient is computed"
            + " anywhere.",
        SampleTable.cells(),
        SampleTable.claims(),
        StudyFigures.all(),
        "glia reproduce symmetric-stdp --profile quick --seeds 3 --data mnist");
  }

  static StoredRun run() {
    CellRecord cell =
        SampleTable.cell(
            Cell.of("run", 7),
            Outcome.COMPLETED,
            Map.of("mean-rate", 12.4375, "cv", 0.93, "silent", 0.0),
            RunFigures.all(),
            1,
            "");
    return run(
        "hello-20261124-204100-77aa",
        RunSpec.ofExperiment(
            "hello", 7, "cpu", List.of("time.dt=0.1 ms", "populations.cells.tau_m=20 ms")),
        "hello",
        0,
        "",
        "Two hundred neurons under noise.",
        List.of(cell),
        List.of(),
        List.of(),
        "glia rerun hello-20261124-204100-77aa");
  }

  private static StoredRun run(
      String id,
      RunSpec spec,
      String title,
      int year,
      String citation,
      String summary,
      List<CellRecord> cells,
      List<ClaimResult> claims,
      List<Figure> figures,
      String again) {
    return new StoredRun(
        id,
        spec,
        Outcome.COMPLETED,
        title,
        year,
        citation,
        summary,
        cells,
        claims,
        figures,
        SampleModels.all(),
        new Surroundings(
            "1.1.0", "e01b9510c0ffee", "Linux 6.1, 2 × x86-64 with AVX-512, 24 GB, JDK 25.0.1"),
        START,
        92.4,
        101.7,
        again,
        "");
  }

  static List<IndexEntry> index() {
    return List.of(
        new IndexEntry(
            "symmetric-stdp",
            study().title(),
            2020,
            "Handwritten digits learned by a local rule with a teacher.",
            Optional.of(
                summary(
                    Profile.QUICK, START, 92.4, Map.of(Verdict.PASSED, 5, Verdict.REPORTED, 2))),
            "symmetric-stdp/report.html"),
        new IndexEntry(
            "dcls-delays",
            "Learning Delays in Spiking Neural Networks Using Dilated Convolutions",
            2024,
            "",
            Optional.of(
                summary(
                    Profile.SMOKE,
                    START.minusSeconds(900_000),
                    8.7,
                    Map.of(Verdict.PASSED, 2, Verdict.FAILED, 1, Verdict.NOT_MEASURED, 4))),
            "dcls-delays/report.html"),
        new IndexEntry(
            "what-when-reservoir",
            "Reservoirs that know what and when",
            0,
            "",
            Optional.empty(),
            ""));
  }

  static RunSummary summary(
      Profile profile, Instant started, double wall, Map<Verdict, Integer> claims) {
    return new RunSummary(
        "run",
        "study",
        Optional.of(profile),
        List.of(0L),
        Outcome.COMPLETED,
        started,
        wall,
        wall,
        5,
        claims,
        "");
  }
}
