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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * Bars, edges and blobs that move in one of several directions, seen by a simulated event camera.
 * Nothing is fetched: a sample is made when it's asked for, from seed, split and index alone.
 *
 * <p>The shape is {@code {2, height, width}}: polarity (0 darker, 1 brighter), row, column. A
 * sample's values are the numbers of events of each address. Direction k of n moves at the angle
 * {@code 360° * k / n}, from the columns' axis towards the rows': 0 is rightwards, a quarter is
 * downwards. Width, speed, contrast, sign and way of the pattern vary from sample to sample.
 */
@Component(property = {DatasetSource.ID + "=moving-patterns", DatasetSource.VERSION + "=1.0.0"})
public final class MovingPatterns implements DatasetSource {
  private static final Range SIDE = new Range(4, false, 512, false);
  private static final Range COUNT = new Range(1, false, 1e9, false);

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DATASET,
          "moving-patterns",
          "1.0.0",
          "Patterns that move in several directions, seen by a simulated event camera",
          "doi:10.1109/JSSC.2007.914337",
          ParameterSchema.integer("width", "16", SIDE, "columns of the camera"),
          ParameterSchema.integer("height", "16", SIDE, "rows of the camera"),
          ParameterSchema.integer(
              "directions", "4", new Range(1, false, 64, false), "number of directions"),
          ParameterSchema.choice("patterns", List.of("all", "bar", "edge", "blob"), "what moves"),
          ParameterSchema.choice(
              "label", List.of("direction", "pattern", "both"), "what a sample's class is"),
          ParameterSchema.integer("train", "1000", COUNT, "samples of the train split"),
          ParameterSchema.integer("test", "200", COUNT, "samples of the test split"),
          ParameterSchema.quantity(
              "duration", "100 ms", new Range(0, true, 60, false), "length of a sample"),
          ParameterSchema.quantity(
              "threshold",
              "0.2",
              new Range(0.01, false, 10, false),
              "change of log intensity that makes an event"),
          ParameterSchema.quantity(
              "noise",
              "0.1 Hz",
              new Range(0, false, 1000, false),
              "events of each address that have no cause"),
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
      throw Fault.input("moving-patterns has no split '" + split + "'. It has train and test.");
    }
    return new MovingPatternRecordings(
        split,
        parameters.integer(split),
        new Sensor(
            parameters.integer("width"),
            parameters.integer("height"),
            parameters.number("threshold"),
            2),
        patterns(parameters.text("patterns")),
        parameters.integer("directions"),
        Labeling.valueOf(parameters.text("label").toUpperCase(Locale.ROOT)),
        parameters.number("duration"),
        parameters.number("noise"),
        ((Number) parameters.value("seed")).longValue());
  }

  private static List<Pattern> patterns(String choice) {
    return choice.equals("all")
        ? List.of(Pattern.values())
        : Stream.of(choice.toUpperCase(Locale.ROOT)).map(Pattern::valueOf).toList();
  }
}
