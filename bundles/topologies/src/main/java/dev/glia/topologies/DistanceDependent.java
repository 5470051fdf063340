package dev.glia.topologies;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.ParameterType;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;
import dev.glia.api.units.Unit;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/**
 * Pairs with a probability that falls with their distance on the target's grid.
 *
 * <p>The source's grid is stretched over the target's: its corners lie on the target's corners,
 * whatever the numbers of neurons. Distances count in steps of the target's grid. A population
 * without a shape is a line.
 */
@Component(property = {Topology.ID + "=distance-dependent", Topology.VERSION + "=1.0.0"})
public final class DistanceDependent implements Topology {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.TOPOLOGY,
          "distance-dependent",
          "1.0.0",
          "Pairs with a probability that falls with their distance on a grid",
          "",
          ParameterSchema.required(
              "reach",
              Unit.ONE,
              new Range(0, true, Double.POSITIVE_INFINITY, true),
              "standard deviation, decay length or radius, in steps of the target's grid"),
          ParameterSchema.choice(
              "profile",
              List.of("gaussian", "exponential", "step"),
              "exp(-d^2 / (2 reach^2)), exp(-d / reach), or 1 up to reach and 0 beyond"),
          ParameterSchema.quantity(
              "p", "1", new Range(0, false, 1, false), "probability at distance 0"),
          new ParameterSchema(
              "wrap",
              ParameterType.TRUTH,
              Unit.ONE,
              "false",
              Range.ANY,
              List.of(),
              "whether opposite edges of the grid touch"),
          SelfConnection.SCHEMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    if (source.height() == 1 != (target.height() == 1)) {
      throw Fault.input(
          "distance-dependent compares places on one grid, but '"
              + source.population()
              + "' is "
              + shape(source)
              + " and '"
              + target.population()
              + "' is "
              + shape(target)
              + ". Give both a shape, or neither.");
    }
    boolean wrap = parameters.truth("wrap");
    return new Neighborhood(
        source,
        target,
        new Axis(target.width(), wrap),
        new Axis(target.height(), wrap),
        Profile.valueOf(parameters.text("profile").toUpperCase(Locale.ROOT)),
        parameters.number("reach"),
        parameters.number("p"),
        SelfConnection.isForbidden(parameters, source, target),
        key);
  }

  private static String shape(Layer layer) {
    return layer.height() == 1
        ? "a line of " + layer.size()
        : "a grid of " + layer.width() + " × " + layer.height();
  }
}
