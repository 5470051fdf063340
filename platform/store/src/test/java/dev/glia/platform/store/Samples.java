package dev.glia.platform.store;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Cell;
import dev.glia.api.study.Measurement.Series;
import dev.glia.api.study.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records to keep. */
public final class Samples {
  private Samples() {}

  public static StoredRun run(String slug) {
    return new StoredRun(
        "",
        RunSpec.ofStudy(slug, "1.0.0", Profile.QUICK, List.of(0L, 1L), "", "cpu", false),
        Outcome.RUNNING,
        "A title",
        2018,
        "arXiv:1812.06574",
        "A paragraph.",
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new ModelDescription(
                "neuron",
                "lif@1.0.0",
                "summary",
                "",
                "dv/dt = 0",
                "<math/>",
                List.of(new ModelDescription.Parameter("tau", "20 ms", "(0, inf)", "time")))),
        new Surroundings("1.1.0", "0123abcd", "a machine"),
        Instant.ofEpochMilli(1_700_000_000_000L),
        0,
        0,
        "glia reproduce " + slug,
        "");
  }

  public static CellRecord cell(String condition, long seed, Map<String, Double> numbers) {
    return cell(Cell.of(condition, seed).with("size", 100).with("rule", "stdp"), numbers);
  }

  public static CellRecord cell(Cell cell, Map<String, Double> numbers) {
    return new CellRecord(
        0,
        cell,
        "key of " + cell.identity(),
        "hash",
        Outcome.COMPLETED,
        new TreeMap<>(numbers),
        new TreeMap<>(Map.of("rate", "Hz")),
        new TreeMap<>(
            Map.of("curve", new Series(new double[] {1, 2}, new double[] {0.5, Double.NaN}))),
        List.of(figure(cell.condition())),
        List.of(),
        List.of(new ComponentVersion("neuron", "lif", "1.0.0", "a.bundle", "abcd")),
        List.of(new DataFile("digits@1.0.0", "train", "{}", "digits.csv", 12, "cafe")),
        "beef",
        Instant.ofEpochMilli(1_700_000_000_000L),
        1.5,
        1.25,
        "");
  }

  public static Figure figure(String id) {
    Mark line = new Mark.Line("a", new double[] {1, 2}, new double[] {Double.NaN, 4});
    Content chart = new Content.Chart(Axis.of("time", "ms"), Axis.of("rate", "Hz"), List.of(line));
    return new Figure(id, "Title", "Caption", chart);
  }
}
