package dev.glia.studies.plasticity.symmetricstdp;

import dev.glia.api.study.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A cell as settings over the example {@code digits.yaml}. The paper's constants depend on the
 * number of hidden neurons and on the data.
 */
final class NetworkSettings {
  private final Cell cell;
  private final int hidden;
  private final List<String> settings = new ArrayList<>();

  private NetworkSettings(Cell cell) {
    this.cell = cell;
    this.hidden = cell.integer("hidden");
  }

  static List<String> of(Cell cell) {
    NetworkSettings of = new NetworkSettings(cell);
    of.sizes();
    if (cell.condition().equals("fashion")) {
      of.fashion();
    } else {
      of.digits();
    }
    of.ablations();
    of.phases();
    return of.settings;
  }

  private void set(String path, Object value) {
    settings.add(path + "=" + value);
  }

  private void sizes() {
    set("populations.excitatory.size", hidden);
    set("populations.inhibitory.size", hidden);
    String tauTheta = hidden >= 6400 ? "2e7 ms" : hidden >= 1600 ? "8e6 ms" : "6e6 ms";
    set("populations.excitatory.tau_theta", tauTheta);
    set("populations.excitatory.theta_increment", hidden >= 6400 ? "0.05 mV" : "0.07 mV");
  }

  private void digits() {
    double nu = hidden >= 10_000 ? 0.0075 : hidden >= 6400 ? 0.01 : hidden >= 1600 ? 0.02 : 0.005;
    plasticity("learn-input", nu, 1, 78.4);
    plasticity("learn-class", hidden >= 1600 && hidden < 6400 ? 0.08 : 0.04, 8, 0.8 * hidden);
  }

  private void fashion() {
    set("task.dataset", "fashion-mnist");
    set("task.encode", "{poisson-rate: {max_rate: 31.875 Hz, mean: 30}}");
    set("populations.excitatory.v_base", "-80 mV"); // -60 mV - 20 mV + theta
    set("populations.excitatory.tau_theta", "5e7 ms");
    set("populations.excitatory.theta_increment", "0.05 mV");
    boolean large = hidden >= 6400;
    plasticity("learn-input", large ? 0.0005 : 0.02, 1, 19.6);
    plasticity("learn-class", large ? 0.08 : 0.32, 40, 2.0 * hidden);
  }

  private void plasticity(String projection, double nu, double most, double total) {
    String stdp = String.format(Locale.ROOT, "{symmetric-stdp: {nu: %s, w_max: %s}}", nu, most);
    String scaling = String.format(Locale.ROOT, ", {synaptic-scaling: {total: %s}}", total);
    boolean scaled = !cell.condition().equals("no-scaling");
    set("projections." + projection + ".learning", "[" + stdp + (scaled ? scaling : "") + "]");
  }

  private void ablations() {
    if (cell.condition().equals("no-adaptive-threshold")) {
      set("populations.excitatory.adapting", 0);
    }
    boolean watched = cell.condition().equals("full");
    set(
        "probes",
        watched ? "[{of: learn-input, record: weights}, {of: excitatory, record: spikes}]" : "[]");
  }

  /** Segments of training; the full network is also tested after each. */
  private void phases() {
    int segments = cell.integer("segments");
    List<String> phases = new ArrayList<>();
    for (int k = 1; k <= segments; k++) {
      phases.add(
          String.format(
              Locale.ROOT,
              "{name: train-%d, split: train, samples: %d, epochs: %d, learning: true,"
                  + " shuffle-labels: %s, set: {classes.v_threshold: 10 V}}",
              k,
              cell.integer("images"),
              cell.integer("epochs"),
              cell.condition().equals("random-teacher")));
      boolean last = k == segments;
      if (last || cell.condition().equals("full")) {
        phases.add(
            String.format(
                Locale.ROOT,
                "{name: %s, split: test, samples: %s, learning: false,"
                    + " set: {excitatory.adapting: 0}}",
                last ? "test" : "probe-" + k,
                last ? cell.text("tests") : cell.text("probes")));
      }
    }
    set("task.phases", phases);
    set(
        "task.teacher.phases",
        IntStream.rangeClosed(1, segments).mapToObj(k -> "train-" + k).toList());
  }
}
