package dev.glia.studies.liquids.rram;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.crossbar.CrossbarSource;
import dev.glia.api.data.Dataset;
import dev.glia.api.device.DeviceException;
import dev.glia.api.encoding.Encoder;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import dev.glia.learners.regression.RidgeReadout;
import dev.glia.liquid.CrossbarLiquid;
import dev.glia.liquid.EventTrains;
import dev.glia.liquid.LiquidFigures;
import dev.glia.v1.Telemetry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/**
 * A liquid whose weights are the conductances of a macro of resistive memory as formed: what its
 * spikes tell of moving digits, what noise and defects do to that, and whether two of them, one for
 * each sense, let classes be matched that were never met.
 *
 * <p>A cell's {@code array} is the component that the liquid lies on; {@code ideal-gaussian} is the
 * control.
 */
@Component(
    service = Study.class,
    property = {"glia.id=rram-liquid-state-machine", "glia.version=1.0.0"})
public final class RramLiquid implements Study {
  private static final String MACRO = "rram-macro";
  private static final String IDEAL = "ideal-gaussian";
  private static final double[] PENALTIES = {1, 10, 100, 1000};
  private static final int PIXELS = 256;
  private static final int STEPS = 50;

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ComponentKind.STUDY,
        "rram-liquid-state-machine",
        "1.0.0",
        "A random liquid of resistive memory tells digits apart and matches senses zero-shot",
        "arXiv:2307.00771");
  }

  @Override
  public List<Cell> plan(Profile profile, long seed) {
    Scale scale = Scale.of(profile);
    return List.of(
        scale.digits("raw", seed, IDEAL),
        scale.digits("gaussian", seed, IDEAL),
        scale.digits("device", seed, MACRO).with("read_noise", 0.01),
        scale.digits("noise-3", seed, MACRO).with("read_noise", 0.03),
        scale.digits("noise-10", seed, MACRO).with("read_noise", 0.1),
        scale.digits("noise-20", seed, MACRO).with("read_noise", 0.2),
        scale.digits("stuck-30", seed, MACRO).with("stuck_off", 0.3),
        scale.zeroShot("zero-shot", seed, MACRO).with("shared", "yes"),
        scale.zeroShot("zero-shot-unrelated", seed, MACRO).with("shared", "no"));
  }

  @Override
  public void run(Cell cell, CellContext context) throws Exception {
    if (cell.condition().startsWith("zero-shot")) {
      ZeroShot.measure(context);
      return;
    }
    EventTrains train = events(context, "train", cell.integer("train"));
    EventTrains test = events(context, "test", cell.integer("test"));
    if (cell.condition().equals("raw")) {
      RidgeReadout readout = RidgeReadout.fit(train.counts(), train.labels(), PENALTIES);
      context.number("accuracy", readout.accuracy(test.counts(), test.labels()));
    } else {
      digits(cell, context, train, test);
    }
  }

  private static void digits(Cell cell, CellContext context, EventTrains train, EventTrains test)
      throws DeviceException {
    int neurons = cell.integer("neurons");
    long total = train.size() + test.size();
    try (CrossbarArray array = array(context, 0)) {
      CrossbarLiquid liquid =
          new CrossbarLiquid(array, PIXELS, new CrossbarLiquid.Constants(neurons, 0.9, 5, 0.4))
              .tuned(train);
      Map<String, Double> before = readings(array);
      CrossbarLiquid.Response learned = liquid.run(train, done -> tell(context, done, total));
      CrossbarLiquid.Response tested =
          liquid.run(test, done -> tell(context, train.size() + done, total));
      RidgeReadout readout = RidgeReadout.fit(learned.counts(), train.labels(), PENALTIES);
      context.number("accuracy", readout.accuracy(tested.counts(), test.labels()));
      context.number("rate", liquid.rate(train, learned));
      context.number("gain_per_microsiemens", liquid.gain() * 1e-6);
      context.number("spikes_per_inference", (double) (learned.spikes() + tested.spikes()) / total);
      if (cell.condition().equals("device")) {
        spent(
            context, before, readings(array), total, (double) STEPS * neurons * (PIXELS + neurons));
        LiquidFigures.conductances(array, PIXELS + neurons, neurons, liquid.gain())
            .forEach(context::figure);
        LiquidFigures.rasters("image", train, liquid).forEach(context::figure);
      }
    }
  }

  /** What an inference costs, beside the products of a dense recurrent network of the same size. */
  private static void spent(
      CellContext context,
      Map<String, Double> before,
      Map<String, Double> after,
      long inferences,
      double dense) {
    double joules = after.get("energy") - before.get("energy");
    double rows = after.get("activations") - before.get("activations");
    context.number("nanojoules_per_inference", 1e9 * joules / inferences);
    context.number("rows_per_inference", rows / inferences);
    context.number("dense_products", dense);
  }

  private static Map<String, Double> readings(CrossbarArray array) throws DeviceException {
    return array.telemetry().getReadingsList().stream()
        .collect(Collectors.toMap(Telemetry.Reading::getName, Telemetry.Reading::getValue));
  }

  static void tell(CellContext context, long done, long total) {
    context.progress(done, total, "samples");
    if (context.isCancelled()) {
      throw new CancellationException();
    }
  }

  private static EventTrains events(CellContext context, String split, int count) {
    Encoder encoder = context.component(Encoder.class, "saccade-events");
    Parameters parameters = context.parameters(encoder.descriptor(), Map.of());
    try (Dataset images = context.dataset("mnist", split, Map.of())) {
      return EventTrains.encoded(images, count, encoder, parameters, PIXELS, STEPS);
    }
  }

  /**
   * The array that the cell names.
   *
   * @param die another number is another die
   */
  static CrossbarArray array(CellContext context, int die) throws DeviceException {
    Cell cell = context.cell();
    CrossbarSource source = context.component(CrossbarSource.class, cell.text("array"));
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("seed", 2 * cell.seed() + die);
    for (String name : List.of("read_noise", "stuck_off")) {
      if (cell.parameters().containsKey(name)) {
        given.put(name, cell.number(name));
      }
    }
    return source.open(context.parameters(source.descriptor(), given));
  }

  @Override
  public List<Figure> figures(Profile profile, List<Measurement> table) {
    return Figures.of(table);
  }
}
