package dev.glia.studies.plasticity.supervisedstdp;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.random.RandomStream;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import dev.glia.api.study.TableFigures;
import dev.glia.learners.metrics.Detections;
import dev.glia.learners.patterns.PatternExam;
import dev.glia.learners.patterns.Patterns;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Neurons that learn from a teacher to detect one, two or three patterns of simultaneous spikes,
 * asked with all patterns that there are: with several tolerances, without homeostasis, without the
 * teacher, with rounded weights, and with many inputs.
 */
@Component(
    service = Study.class,
    property = {"glia.id=spinnaker-supervised-stdp", "glia.version=1.0.0"})
public final class SupervisedStdp implements Study {
  private static final double LIMIT = 15; // mV from rest to threshold

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ComponentKind.STUDY,
        "spinnaker-supervised-stdp",
        "1.0.0",
        "Detectors of spatial patterns, taught by STDP and homeostasis in one presentation",
        "arXiv:2312.02659");
  }

  @Override
  public List<Cell> plan(Profile profile, long seed) {
    return switch (profile) {
      case SMOKE -> cells(seed, 2, 2);
      case QUICK -> cells(seed, 20, 10);
      case FULL -> {
        List<Cell> cells = cells(seed, 200, 50);
        cells.add(cell("triples", seed, 300).with("patterns", 3).with("rounds", 10));
        cells.add(cell("large", seed, 5).with("inputs", 100).with("active", 20));
        yield cells;
      }
      case PAPER -> List.of();
    };
  }

  private static List<Cell> cells(long seed, int singles, int pairs) {
    List<Cell> cells = new ArrayList<>();
    cells.add(cell("peak", seed, 1));
    for (int missing = 0; missing <= 2; missing++) {
      cells.add(cell("single", seed, singles).with("missing", missing));
    }
    for (int distance = 2; distance <= 12; distance += 2) {
      cells.add(
          cell("pairs", seed, pairs)
              .with("patterns", 2)
              .with("rounds", 10)
              .with("distance", distance));
    }
    cells.add(cell("no-homeostasis", seed, singles));
    cells.add(cell("no-homeostasis", seed, singles).with("active", 9));
    cells.add(cell("no-teacher", seed, singles));
    cells.add(cell("rounded", seed, singles).with("step", 0.0625));
    cells.add(cell("rounded", seed, singles).with("step", 0.5));
    return cells;
  }

  /** A pattern a detector, shown once, of the usual size, with half an input's share to spare. */
  private static Cell cell(String condition, long seed, int detectors) {
    return Cell.of(condition, seed)
        .with("detectors", detectors)
        .with("inputs", 12)
        .with("active", 6)
        .with("patterns", 1)
        .with("rounds", 1)
        .with("missing", 0);
  }

  @Override
  public void run(Cell cell, CellContext context) throws Exception {
    double peak = Detectors.peak(context);
    context.number("peak", peak);
    if (cell.condition().equals("peak")) {
      return;
    }
    double critical = LIMIT / peak;
    double active = cell.integer("active");
    double missing = cell.integer("missing");
    double above = missing == 0 ? 1 + 0.5 / active : active / (active - missing - 0.5);
    int inputs = cell.integer("inputs");
    List<boolean[][]> known = known(cell, context.random("patterns"));
    Detectors detectors = new Detectors(context, inputs, known.size(), above * critical);
    double before = detectors.total();
    train(cell, detectors, known);
    context.number("change", detectors.total() - before);
    if (cell.integer("patterns") > 1) {
      detectors.scaleTo(1.02 * critical, known); // so the weakest just fires
    }
    if (cell.condition().equals("rounded")) {
      double step = cell.number("step");
      detectors.change((weight, detector) -> step * Math.rint(weight / step));
    }
    List<boolean[]> questions =
        inputs > 12 // too many to ask all
            ? Patterns.around(known, 4000, 40, context.random("questions"))
            : List.of(Patterns.all(inputs));
    PatternExam[] exams = PatternExam.hold(known, questions, detectors::ask);
    report(exams, context);
    if (cell.integer("patterns") == 3) {
      Triples.report(known, exams, context);
    }
  }

  /** The patterns of each detector: random, or random ones at a distance from the first. */
  private static List<boolean[][]> known(Cell cell, RandomStream random) {
    List<boolean[][]> known = new ArrayList<>();
    while (known.size() < cell.integer("detectors")) {
      boolean[][] own = new boolean[cell.integer("patterns")][];
      own[0] = Patterns.random(cell.integer("inputs"), cell.integer("active"), random);
      for (int k = 1; k < own.length; k++) {
        int distance = own.length == 2 ? cell.integer("distance") : 2 + 2 * random.nextInt(6);
        own[k] = Patterns.moved(own[0], distance, random);
      }
      if (own.length < 3 || Patterns.distance(own[1], own[2]) > 0) {
        known.add(own);
      }
    }
    return known;
  }

  /** Each pattern in turn; homeostasis follows each presentation. */
  private static void train(Cell cell, Detectors detectors, List<boolean[][]> known)
      throws Exception {
    boolean teacher = !cell.condition().equals("no-teacher");
    boolean homeostasis = teacher && !cell.condition().equals("no-homeostasis");
    for (int round = 0; round < cell.integer("rounds"); round++) {
      for (int k = 0; k < cell.integer("patterns"); k++) {
        for (int d = 0; d < known.size(); d++) {
          detectors.teach(known.get(d)[k], d, teacher);
        }
        if (homeostasis) {
          detectors.normalize();
        }
      }
    }
  }

  private static void report(PatternExam[] exams, CellContext context) {
    Detections all = Detections.NONE;
    int farthest = -1;
    double accepted = 0;
    double sensitivity = 1;
    for (PatternExam exam : exams) {
      all = all.plus(exam.detections());
      farthest = Math.max(farthest, exam.farthest());
      accepted += (double) exam.accepted() / exams.length;
      sensitivity = Math.min(sensitivity, exam.detections().sensitivity());
    }
    context.number("errors", all.errors());
    context.number("accuracy", all.accuracy());
    context.number("sensitivity", sensitivity);
    context.number("precision", all.precision());
    context.number("accepted", accepted);
    context.number("farthest", farthest);
  }

  @Override
  public List<Figure> figures(Profile profile, List<Measurement> table) {
    List<Mark> marks = new ArrayList<>();
    for (String number : List.of("accuracy", "precision")) {
      marks.addAll(TableFigures.over(table, "pairs", "distance", number).marks(number));
    }
    return List.of(
        new Figure(
            "two-patterns",
            "Two patterns on one output",
            "Accuracy and precision over all 4,096 patterns, by the distance between the two that"
                + " were learned. The more they differ, the more others are taken for them.",
            new Chart(Axis.of("Hamming distance", ""), Axis.of("share", ""), marks)));
  }
}
