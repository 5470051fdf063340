package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Range;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.api.units.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * Pictures of what neurons have learned to receive: the weights onto each target neuron as an image
 * over the source neurons, in a grid.
 *
 * <p>Artifacts, for each projection: {@code weights-<projection>.png}, a pixel a weight (or a
 * square of pixels in small grids), and {@code weights-<projection>.svg}, the same with a color
 * scale.
 */
@Component(property = {Analyzer.ID + "=weight-images", Analyzer.VERSION + "=1.0.0"})
public final class WeightImages implements Analyzer {
  private static final String ALL = "all";
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          "weight-images",
          "1.0.0",
          "Receptive fields: the weights onto each neuron as an image",
          "doi:10.3389/fncom.2015.00099",
          ParameterSchema.text("projection", ALL, "whose weights; all that were recorded"),
          ParameterSchema.integer(
              "width",
              "0",
              new Range(0, false, 1 << 20, false),
              "source neurons in a row of an image; 0 for square images"),
          ParameterSchema.integer(
              "fields", "400", new Range(1, false, 10_000, false), "most images of a grid"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void analyze(Recording recording, Parameters parameters, ResultSink into) {
    for (Recording.Weights weights : chosen(recording, parameters.text("projection"))) {
      FieldGrid grid =
          FieldGrid.of(
              weights,
              width(weights, parameters.integer("width")),
              Math.min(weights.targets(), parameters.integer("fields")));
      String name = "weights-" + weights.projection().replaceAll("[^A-Za-z0-9._]+", "-");
      byte[] png = grid.png();
      into.artifact(name + ".png", "image/png", png);
      Unit unit = unit(recording.network(), weights.projection());
      into.artifact(name + ".svg", "image/svg+xml", FieldFigure.draw(weights, grid, png, unit));
    }
  }

  private static List<Recording.Weights> chosen(Recording recording, String projection) {
    List<Recording.Weights> chosen =
        recording.weights().stream()
            .filter(w -> projection.equals(ALL) || w.projection().equals(projection))
            .toList();
    if (chosen.isEmpty()) {
      String wanted =
          projection.equals(ALL)
              ? recording.network().projections().stream()
                  .map(Projection::name)
                  .findFirst()
                  .orElse("projection")
              : projection;
      throw Fault.input(
          "weight-images needs recorded weights"
              + (projection.equals(ALL) ? "" : " of '" + projection + "'")
              + ", and there are none. Add a probe: {of: "
              + wanted
              + ", record: weights}.");
    }
    return chosen;
  }

  private static int width(Recording.Weights weights, int given) {
    int width = given > 0 ? given : (int) Math.round(Math.sqrt(weights.sources()));
    boolean fits = weights.sources() % width == 0;
    if (!fits || given == 0 && width * width != weights.sources()) {
      throw Fault.input(
          "weight-images: the "
              + weights.sources()
              + " sources of '"
              + weights.projection()
              + "' don't make "
              + (given > 0 ? "whole rows of " + given : "a square image")
              + ". Set width to a divisor of "
              + weights.sources()
              + ".");
    }
    return width;
  }

  /** What the projection's weights are printed in. */
  private static Unit unit(Network network, String name) {
    Projection projection = network.projection(name);
    PopulationProgram program = network.population(projection.target()).program();
    Stream<Unit> ofEvents =
        program.arrivals().stream()
            .filter(a -> a.receptor().equals(projection.receptor()))
            .map(PopulationProgram.Arrival::weightUnit);
    Stream<Unit> ofCouplings =
        program.couplings().stream()
            .filter(c -> c.receptor().equals(projection.receptor()))
            .map(PopulationProgram.Coupling::weightUnit);
    return Stream.concat(ofEvents, ofCouplings).findFirst().orElse(Unit.ONE);
  }
}
