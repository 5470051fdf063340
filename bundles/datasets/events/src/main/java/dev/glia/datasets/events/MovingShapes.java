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
 * Shapes that small saccades move before a simulated event camera; the class is the shape: 0
 * circle, 1 square, 2 triangle, 3 plus, 4 cross, 5 horizontal bar, 6 vertical bar, 7 ring. Nothing
 * is fetched: a sample is made when it's asked for, from seed, split and index alone.
 *
 * <p>The shape of the data is {@code {2, height, width}}: polarity (0 darker, 1 brighter), row,
 * column; with {@code polarity: joined} it's {@code {1, height, width}}. A sample's values are the
 * numbers of events of each address. Size, place, tilt, contrast and its sign vary from sample to
 * sample; a shape never leaves the camera's view.
 */
@Component(property = {DatasetSource.ID + "=moving-shapes", DatasetSource.VERSION + "=1.0.0"})
public final class MovingShapes implements DatasetSource {
  private static final Range SIDE = new Range(8, false, 512, false);
  private static final Range COUNT = new Range(1, false, 1e9, false);

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DATASET,
          "moving-shapes",
          "1.0.0",
          "Shapes that tremble before a simulated event camera",
          "doi:10.3389/fnins.2015.00437",
          ParameterSchema.integer("width", "20", SIDE, "columns of the camera"),
          ParameterSchema.integer("height", "20", SIDE, "rows of the camera"),
          ParameterSchema.integer(
              "shapes",
              "8",
              new Range(1, false, Shape.values().length, false),
              "how many of: circle, square, triangle, plus, cross, horizontal bar, vertical bar,"
                  + " ring"),
          ParameterSchema.quantity(
              "tilt",
              "10",
              new Range(0, false, 180, false),
              "greatest turn of a shape either way, in degrees"),
          ParameterSchema.choice(
              "polarity",
              List.of("separate", "joined"),
              "whether a pixel has an address each for darker and brighter, or one"),
          ParameterSchema.integer("train", "2000", COUNT, "samples of the train split"),
          ParameterSchema.integer("test", "400", COUNT, "samples of the test split"),
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
      throw Fault.input("moving-shapes has no split '" + split + "'. It has train and test.");
    }
    return new MovingShapeRecordings(
        split,
        parameters.integer(split),
        new Sensor(
            parameters.integer("width"),
            parameters.integer("height"),
            parameters.number("threshold"),
            parameters.text("polarity").equals("joined") ? 1 : 2),
        parameters.integer("shapes"),
        StrictMath.toRadians(parameters.number("tilt")),
        parameters.number("duration"),
        parameters.number("noise"),
        ((Number) parameters.value("seed")).longValue());
  }
}
