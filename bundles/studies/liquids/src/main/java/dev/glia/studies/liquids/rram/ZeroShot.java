package dev.glia.studies.liquids.rram;

import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.data.Dataset;
import dev.glia.api.device.DeviceException;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.learners.contrastive.ContrastiveProjector;
import dev.glia.learners.contrastive.ContrastiveProjector.Settings;
import dev.glia.learners.contrastive.ContrastiveProjector.Targets;
import dev.glia.learners.projection.Standardization;
import dev.glia.liquid.CrossbarLiquid;
import dev.glia.liquid.EventTrains;
import dev.glia.liquid.LiquidFigures;
import java.util.Map;

/**
 * A liquid for each sense, projections that bring their counts together for the classes that are
 * met, and retrieval among others.
 */
final class ZeroShot {
  private static final int DIMENSION = 64;
  private static final double TEMPERATURE = 0.1;
  private static final double RATE = 1e-3;
  private static final int BATCH = 64;

  private ZeroShot() {}

  /** One sense: features of the classes in training, and of the others. */
  private record Sense(Split train, Split seen, Split unseen) {}

  private record Split(double[][] x, int[] labels) {}

  static void measure(CellContext context) throws DeviceException {
    Cell cell = context.cell();
    Sense image = sense(context, "image", 50, new double[] {0.9, 5, 0.3}, 0);
    Sense tone = sense(context, "tone", 129, new double[] {0.97, 5.3, 0.3}, 1);
    ContrastiveProjector projector =
        ContrastiveProjector.train(
            image.train.x,
            image.train.labels,
            tone.train.x,
            tone.train.labels,
            new Settings(
                DIMENSION, TEMPERATURE, RATE, BATCH, cell.integer("epochs"), Targets.LABEL),
            context.random("projector"));
    context.number("seen", retrieval(projector, tone.seen, image.seen));
    context.number("unseen", retrieval(projector, tone.unseen, image.unseen));
    context.number("chance_unseen", 1.0 / cell.integer("unseen"));
  }

  /** Tones search images. */
  private static double retrieval(ContrastiveProjector projector, Split tone, Split image) {
    return ContrastiveProjector.retrieval(
        projector.embedSecond(tone.x), tone.labels, projector.embedFirst(image.x), image.labels);
  }

  private static Sense sense(
      CellContext context, String modality, int steps, double[] constants, int die)
      throws DeviceException {
    Cell cell = context.cell();
    int seen = cell.integer("seen");
    EventTrains train = recorded(context, modality, "train", steps).where(label -> label < seen);
    EventTrains test = recorded(context, modality, "test", steps);
    try (CrossbarArray array = RramLiquid.array(context, die)) {
      CrossbarLiquid liquid =
          new CrossbarLiquid(
                  array,
                  train.inputs(),
                  new CrossbarLiquid.Constants(
                      cell.integer("neurons"), constants[0], constants[1], constants[2]))
              .tuned(train);
      CrossbarLiquid.Response met =
          liquid.run(train, done -> RramLiquid.tell(context, done, train.size()));
      context.number("rate_" + modality, liquid.rate(train, met));
      Standardization scale = Standardization.of(met.counts(), 1e-3);
      if (cell.text("shared").equals("yes")) {
        LiquidFigures.rasters(modality, train, liquid).forEach(context::figure);
      }
      return new Sense(
          new Split(scale.apply(met.counts()), train.labels()),
          shown(liquid, test.where(label -> label < seen), scale, context),
          shown(liquid, test.where(label -> label >= seen), scale, context));
    }
  }

  private static Split shown(
      CrossbarLiquid liquid, EventTrains samples, Standardization scale, CellContext context)
      throws DeviceException {
    CrossbarLiquid.Response response =
        liquid.run(samples, done -> RramLiquid.tell(context, done, samples.size()));
    return new Split(scale.apply(response.counts()), samples.labels());
  }

  private static EventTrains recorded(
      CellContext context, String modality, String split, int steps) {
    Cell cell = context.cell();
    try (Dataset set =
        context.dataset(
            "glyph-tone",
            split,
            Map.of(
                "modality", modality,
                "shared", cell.text("shared"),
                "classes", cell.integer("seen") + cell.integer("unseen"),
                "samples", cell.integer("samples"),
                "seed", cell.seed()))) {
      return EventTrains.recorded(set, steps);
    }
  }
}
