package dev.glia.studies.theory.activedendrites;

import dev.glia.api.random.RandomStream;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.studies.theory.sdr.SdrErrors;
import dev.glia.studies.theory.sdr.Segment;
import dev.glia.studies.theory.sdr.SparseBits;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Segments shown random patterns: how often they err, and how often they should. */
final class Simulation {
  private static final int OFTEN = 1024;

  private final CellContext context;
  private final RandomStream random;
  private final int trials;
  private final int cells;
  private final int synapses;
  private final int threshold;
  private final SparseBits active;
  private final int[] pattern;

  Simulation(CellContext context) {
    Cell cell = context.cell();
    this.context = context;
    random = context.random(cell.condition() + cell.parameters()); // no two cells share errors
    trials = cell.integer("trials");
    cells = cell.integer("n");
    synapses = cell.integer("s");
    threshold = cell.integer("theta");
    active = new SparseBits(cells);
    pattern = new int[cell.integer("a")];
  }

  /** One segment, random patterns. */
  void falsePositives() {
    Segment segment = new Segment(cells, threshold);
    activate();
    segment.learn(pattern, synapses);
    int errors = 0;
    for (int trial = 0; goesOn(trial); trial++) {
      activate();
      errors += segment.spikes(active) ? 1 : 0;
    }
    double theory = SdrErrors.falsePositive(cells, pattern.length, synapses, threshold);
    compare("", errors, theory);
  }

  /** One segment, its own pattern in which cells are silent and as many others active. */
  void noise(int[] thresholds) {
    Segment segment = new Segment(cells, threshold);
    activate();
    segment.learn(pattern, synapses);
    int[] others = new int[context.cell().integer("v")];
    int[] overlaps = new int[synapses + 1];
    for (int trial = 0; goesOn(trial); trial++) {
      disturb(others);
      overlaps[segment.overlap(active)]++;
    }
    for (int each : thresholds) {
      int missed = IntStream.range(0, each).map(overlap -> overlaps[overlap]).sum();
      double theory = SdrErrors.falseNegative(pattern.length, synapses, each, others.length);
      compare("_" + each, missed, theory);
    }
  }

  /** A new segment for each trial that has learned several patterns. */
  void union() {
    Segment segment = new Segment(cells, threshold);
    int patterns = context.cell().integer("m");
    SparseBits[] learned =
        Stream.generate(() -> new SparseBits(cells)).limit(patterns).toArray(SparseBits[]::new);
    int errors = 0;
    int missed = 0;
    for (int trial = 0; goesOn(trial); trial++) {
      segment.forget();
      for (SparseBits each : learned) {
        each.clear();
        each.draw(pattern, random);
        segment.learn(pattern, synapses);
      }
      for (SparseBits each : learned) {
        missed += segment.spikes(each) ? 0 : 1;
      }
      activate();
      errors += segment.spikes(active) ? 1 : 0;
    }
    context.number("missed", missed);
    int size = pattern.length;
    compare("", errors, SdrErrors.falsePositiveOfUnion(cells, size, synapses, threshold, patterns));
  }

  /** A new neuron for each trial: shown the first segment's pattern with noise, then any other. */
  void neuron() {
    Segment[] segments =
        Stream.generate(() -> new Segment(cells, threshold))
            .limit(context.cell().integer("k"))
            .toArray(Segment[]::new);
    int[] others = new int[context.cell().integer("v")];
    int[] sample = new int[synapses];
    SparseBits drawn = new SparseBits(cells);
    int missed = 0;
    int errors = 0;
    for (int trial = 0; goesOn(trial); trial++) {
      for (Segment segment : segments) { // samples of patterns that nobody shows
        drawn.clear();
        drawn.draw(sample, random);
        segment.forget();
        segment.learn(sample, synapses);
      }
      activate();
      segments[0].forget();
      segments[0].learn(pattern, synapses);
      disturb(others);
      missed += anySpikes(segments) ? 0 : 1;
      activate(); // knows nothing of the first segment's pattern
      errors += anySpikes(segments) ? 1 : 0;
    }
    double one = SdrErrors.falsePositive(cells, pattern.length, synapses, threshold);
    double alone = SdrErrors.falseNegative(pattern.length, synapses, threshold, others.length);
    compare("_missed", missed, alone * (1 - SdrErrors.any(one, segments.length - 1)));
    compare("_alarm", errors, SdrErrors.any(one, segments.length));
  }

  private boolean anySpikes(Segment[] segments) {
    return Arrays.stream(segments).anyMatch(segment -> segment.spikes(active));
  }

  private void activate() {
    active.clear();
    active.draw(pattern, random);
  }

  /** The pattern with as many of its cells silent as there are others, which are active. */
  private void disturb(int[] others) {
    active.clear();
    for (int index : pattern) {
      active.set(index);
    }
    active.draw(others, random); // while all of the pattern is active, so none of it
    for (int i = 0; i < others.length; i++) {
      int other = i + random.nextInt(pattern.length - i);
      int silent = pattern[other];
      pattern[other] = pattern[i];
      pattern[i] = silent;
      active.clear(silent);
    }
  }

  private void compare(String name, int count, double theory) {
    double error = Math.sqrt(theory * (1 - theory) / trials);
    double measured = (double) count / trials;
    context.number("measured" + name, measured);
    context.number("theory" + name, theory);
    context.number("standard_error" + name, error);
    context.number("deviation" + name, Math.abs(measured - theory) / error);
  }

  private boolean goesOn(int trial) {
    if (trial % OFTEN == 0) {
      if (context.isCancelled()) {
        throw new CancellationException();
      }
      context.progress(trial, trials, "patterns");
    }
    return trial < trials;
  }
}
