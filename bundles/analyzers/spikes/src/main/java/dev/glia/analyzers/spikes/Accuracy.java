package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.osgi.service.component.annotations.Component;

/**
 * How often a task's readout named the sample's class. Silence is a wrong answer; samples without a
 * label aren't counted.
 *
 * <p>Metrics: {@code accuracy.<phase>} for each phase and {@code accuracy} for the last one, which
 * is the one that counts where training comes first. Phases aren't pooled: before and after
 * learning isn't one quantity. Tables: {@code accuracy}; {@code confusion.<phase>} of the last
 * phase (a row a label, a column an answer); {@code accuracy-curve.<phase>} for each (over the last
 * so many presentations). Artifact: {@code accuracy.svg}, the curves.
 */
@Component(property = {Analyzer.ID + "=accuracy", Analyzer.VERSION + "=1.1.0"})
public final class Accuracy implements Analyzer {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          "accuracy",
          "1.1.0",
          "Share of right answers of a task, with curve and confusion matrix",
          "",
          ParameterSchema.integer(
              "last",
              "100",
              new Range(1, false, Integer.MAX_VALUE, false),
              "presentations that a point of the curve is taken over"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void analyze(Recording recording, Parameters parameters, ResultSink into) {
    SequencedMap<String, List<Recording.Answer>> phases = byPhase(recording);
    List<List<String>> rows = new ArrayList<>();
    List<AccuracyCurve> curves = new ArrayList<>();
    for (Map.Entry<String, List<Recording.Answer>> phase : phases.entrySet()) {
      Tally tally = Tally.of(phase.getValue());
      into.metric("accuracy." + phase.getKey(), tally.accuracy(), "1");
      rows.add(tally.row(phase.getKey()));
      AccuracyCurve curve =
          AccuracyCurve.of(phase.getKey(), phase.getValue(), parameters.integer("last"));
      curve.write(into);
      curves.add(curve);
    }
    Map.Entry<String, List<Recording.Answer>> last = phases.lastEntry();
    into.metric("accuracy", Tally.of(last.getValue()).accuracy(), "1");
    Confusion.of(last.getValue()).write("confusion." + last.getKey(), into);
    into.table("accuracy", List.of("phase", "samples", "right", "silent", "accuracy"), rows);
    into.artifact("accuracy.svg", "image/svg+xml", AccuracyCurve.draw(curves));
  }

  private static SequencedMap<String, List<Recording.Answer>> byPhase(Recording recording) {
    SequencedMap<String, List<Recording.Answer>> phases = new LinkedHashMap<>();
    for (Recording.Answer answer : recording.answers()) {
      if (answer.label() >= 0) {
        phases.computeIfAbsent(answer.phase(), name -> new ArrayList<>()).add(answer);
      }
    }
    if (phases.isEmpty()) {
      throw Fault.input(
          "accuracy needs answers to labeled samples, and the run has none. Give the experiment a"
              + " task with a readout: {population: classes, by: most-spikes}.");
    }
    return phases;
  }

  /** Counts of right, wrong and missing answers. */
  private static final class Tally {
    private int samples;
    private int right;
    private int silent;

    static Tally of(List<Recording.Answer> answers) {
      Tally tally = new Tally();
      for (Recording.Answer answer : answers) {
        tally.samples++;
        tally.right += answer.answer() == answer.label() ? 1 : 0;
        tally.silent += answer.answer() < 0 ? 1 : 0;
      }
      return tally;
    }

    double accuracy() {
      return (double) right / samples;
    }

    List<String> row(String name) {
      return List.of(
          name,
          String.valueOf(samples),
          String.valueOf(right),
          String.valueOf(silent),
          Moments.cell(accuracy()));
    }
  }
}
