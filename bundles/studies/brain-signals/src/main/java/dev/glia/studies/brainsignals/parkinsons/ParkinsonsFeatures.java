package dev.glia.studies.brainsignals.parkinsons;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.figure.Figure;
import dev.glia.api.random.RandomStream;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import dev.glia.signal.cohorts.Contrast;
import dev.glia.signal.cohorts.GroupEffects;
import dev.glia.signal.cohorts.LeakDetector;
import dev.glia.signal.cohorts.Redundancy;
import dev.glia.signal.cohorts.Session;
import dev.glia.signal.features.RestingFeatures;
import dev.glia.signal.simulation.ParkinsonCohort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;

/**
 * 28 features of resting EEG, of two families, tell patients from controls and patients off from on
 * medication: in simulated subjects, whose differences are known.
 */
@Component(
    service = Study.class,
    property = {"glia.id=parkinsons-eeg-features", "glia.version=1.0.0"})
public final class ParkinsonsFeatures implements Study {
  private static final int[] ALL = IntStream.range(0, RestingFeatures.NAMES.size()).toArray();
  private static final int[] STANDARD = Arrays.copyOf(ALL, RestingFeatures.STANDARD);
  private static final int[] DYNAMICAL =
      Arrays.copyOfRange(ALL, RestingFeatures.STANDARD, ALL.length);
  private static final int ABLATIONS = 10;
  private static final int LEAKS = 10;

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ComponentKind.STUDY,
        "parkinsons-eeg-features",
        "1.0.0",
        "Features of resting EEG that tell Parkinson's disease and its medication",
        "arXiv:2604.01475");
  }

  @Override
  public List<Cell> plan(Profile profile, long seed) {
    boolean full = profile == Profile.FULL;
    if (profile == Profile.PAPER) {
      return List.of(); // the paper's recordings would be needed
    }
    boolean smoke = profile == Profile.SMOKE;
    return List.of(
        Cell.of("calibration", seed).with("signals", smoke ? 5 : 40),
        Cell.of("subjects", seed)
            .with("contrasts", full ? "off-on hc-off hc-on" : "off-on hc-off")
            .with("permutations", full ? 20 : smoke ? 1 : 5)
            .with("ablation", full)
            .with("networks", full ? 3 : smoke ? 0 : 1)
            .with("attended", full ? "off-on hc-off hc-on" : "off-on")
            .with("draws", smoke ? 100 : 2000));
  }

  /** The subjects are made once for all that's measured of them. */
  @Override
  public void run(Cell cell, CellContext context) {
    if (cell.condition().equals("calibration")) {
      Calibration.measure(context);
      return;
    }
    List<Session> sessions = ParkinsonCohort.of(context::random);
    for (String name : cell.text("contrasts").split(" ")) {
      String[] states = name.toUpperCase(Locale.ROOT).split("-");
      measure(name.replace('-', '_'), new Contrast(sessions, states[0], states[1]), context);
    }
    groups(sessions, context);
  }

  private static void measure(String name, Contrast contrast, CellContext context) {
    family(name, "standard", contrast.judge(STANDARD), context);
    family(name, "dynamical", contrast.judge(DYNAMICAL), context);
    double all = family(name, "all", contrast.judge(ALL), context);
    if (context.cell().text("attended").contains(name.replace('_', '-'))) {
      attention(name, "standard", contrast, STANDARD, context);
      attention(name, "dynamical", contrast, DYNAMICAL, context);
    }
    permuted(name, contrast, context);
    if (context.cell().truth("ablation")) {
      ablation(name, contrast, all, context);
    }
  }

  private static double family(
      String name, String family, Contrast.Result result, CellContext context) {
    context.number(name + "_" + family, result.accuracy());
    context.number(name + "_" + family + "_auc", result.auc());
    double[][] curve = result.curve();
    context.series(name + "_" + family + "_roc", curve[0], curve[1]);
    return result.accuracy();
  }

  /** The same with an attention network, mean of several that start differently. */
  private static void attention(
      String name, String family, Contrast contrast, int[] features, CellContext context) {
    int networks = context.cell().integer("networks");
    double sum = 0;
    for (int i = 0; i < networks; i++) {
      RandomStream random = context.random(name + " " + family + " network " + i);
      sum += contrast.attend(features, random).accuracy() / networks;
      context.progress(i + 1, networks, "networks");
    }
    if (networks > 0) {
      context.number(name + "_" + family + "_attention", sum);
    }
  }

  private static void permuted(String name, Contrast contrast, CellContext context) {
    int count = context.cell().integer("permutations");
    RandomStream random = context.random(name + " permutations");
    double[] accuracies = new double[count];
    for (int i = 0; i < count; i++) {
      accuracies[i] = contrast.shuffled(ALL, random);
      context.progress(i + 1, count, "permutations");
    }
    Arrays.sort(accuracies);
    context.number(name + "_permuted_mean", Arrays.stream(accuracies).average().orElseThrow());
    context.number(name + "_permuted_low", accuracies[0]);
    context.number(name + "_permuted_high", accuracies[count - 1]);
  }

  /** Without a quarter, half, three quarters of the features, drawn at random. */
  private static void ablation(String name, Contrast contrast, double all, CellContext context) {
    double[] dropped = {0, 0.25, 0.5, 0.75};
    double[] accuracy = {all, 0, 0, 0};
    RandomStream random = context.random(name + " ablation");
    for (int k = 1; k < dropped.length; k++) {
      int kept = ALL.length - (int) Math.round(dropped[k] * ALL.length);
      accuracy[k] = contrast.ablated(ALL, kept, ABLATIONS, random);
      context.progress(k, dropped.length - 1, "ablations");
    }
    context.series(name + "_ablation", dropped, accuracy);
    context.number(name + "_half", accuracy[2]);
  }

  private static void groups(List<Session> sessions, CellContext context) {
    RandomStream random = context.random("groups");
    int draws = context.cell().integer("draws");
    GroupEffects off = GroupEffects.of(sessions, "OFF", "HC", false, draws, random);
    GroupEffects on = GroupEffects.of(sessions, "ON", "HC", false, draws, random);
    GroupEffects change = GroupEffects.of(sessions, "OFF", "ON", true, draws, random);
    for (int f : ALL) {
      String name = RestingFeatures.NAMES.get(f).replaceAll("[ -]", "_");
      context.number("d_off_" + name, off.sizes()[f]);
      context.number("d_on_" + name, on.sizes()[f]);
      context.number("t_" + name, change.t()[f]);
    }
    context.figure(GroupEffects.figure(List.of(off, on, change), RestingFeatures.NAMES));
    redundancy("standard", Redundancy.of(sessions, STANDARD, RestingFeatures.NAMES), context);
    redundancy("dynamical", Redundancy.of(sessions, DYNAMICAL, RestingFeatures.NAMES), context);
    List<Session> controls = sessions.stream().filter(s -> s.state().equals("HC")).toList();
    LeakDetector leak = LeakDetector.of(controls, ALL, LEAKS, context.random("leakage"));
    context.number("leaking", leak.mixed());
    context.number("strict", leak.apart());
  }

  private static void redundancy(String family, Redundancy of, CellContext context) {
    context.number("redundancy_" + family, of.median());
    context.figure(of.figure(family));
  }

  @Override
  public List<Figure> figures(Profile profile, List<Measurement> table) {
    return Figures.overview(table);
  }
}
