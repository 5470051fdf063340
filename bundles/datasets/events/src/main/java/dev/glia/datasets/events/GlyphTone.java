package dev.glia.datasets.events;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.equations.Range;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * Things that can be seen and heard: each class is a point of a square, which decides both where
 * two spots lie on a retina of 16 × 16 pixels and which two bands of a cochlea of 64 channels
 * respond. Whoever learns how the two belong together for some classes can match others that it
 * never met.
 *
 * <p>Points of classes lie in cells of their own of a grid. A sample of the image has 50 steps of 1
 * ms, one of the tone 129; in a step, an address has at most one event. With {@code shared: no},
 * the tones' points are those of other classes, at random: nothing can be matched then but by
 * heart.
 */
@Component(property = {DatasetSource.ID + "=glyph-tone", DatasetSource.VERSION + "=1.0.0"})
public final class GlyphTone implements DatasetSource {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DATASET,
          "glyph-tone",
          "1.0.0",
          "Classes that are seen as two spots and heard as two bands of events",
          "",
          ParameterSchema.choice("modality", List.of("image", "tone"), "what is sensed"),
          ParameterSchema.choice(
              "shared", List.of("yes", "no"), "whether both senses tell of the same point"),
          ParameterSchema.integer("classes", "28", new Range(1, false, 10_000, false), "classes"),
          ParameterSchema.integer(
              "samples", "60", new Range(2, false, 1e6, false), "samples of each class"),
          ParameterSchema.quantity(
              "training", "0.7", new Range(0, true, 1, true), "share of the train split"),
          ParameterSchema.integer("seed", "1", Range.ANY, "of everything that varies"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> splits() {
    return List.of("train", "test");
  }

  @Override
  public Optional<List<Path>> files(String split, Parameters parameters, DataPlace place) {
    return Optional.of(List.of());
  }

  @Override
  public Dataset open(String split, Parameters parameters, DataPlace place) {
    if (!splits().contains(split)) {
      throw Fault.input("glyph-tone has no split '" + split + "'. It has train and test.");
    }
    int samples = parameters.integer("samples");
    int training = Math.clamp(Math.round(samples * parameters.number("training")), 1, samples - 1);
    boolean train = split.equals("train");
    long seed = ((Number) parameters.value("seed")).longValue();
    boolean image = parameters.text("modality").equals("image");
    return new GlyphToneRecordings(
        LatentPoints.of(
            parameters.integer("classes"), seed, !image && parameters.text("shared").equals("no")),
        image,
        train ? 0 : training,
        train ? training : samples - training,
        seed);
  }
}
